package dev.assay.cli;

import dev.assay.app.RunOptions;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.plan.PlanRequest;
import dev.assay.select.SelectionRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** How to work: what every command that builds or tests takes. */
final class RunOptionsGroup {

    /** When candidates become visible. */
    enum Publish {
        passing,
        all,
        each,
        none
    }

    @Option(
            names = {"-f", "--full-refresh"},
            description = "Seen by templates as flags.full_refresh; every model is built as a whole anyway.")
    private boolean fullRefresh;

    @Option(
            names = {"-x", "--fail-fast"},
            description = "Stop at the first failure.")
    private boolean failFast;

    @Option(names = "--empty", description = "Read no rows and publish nothing: only whether the SQL holds.")
    private boolean empty;

    @Option(names = "--no-tests", description = "Run no tests; what is published is called unproven.")
    private boolean noTests;

    @Option(names = "--no-fuse", description = "A statement for each test.")
    private boolean noFuse;

    @Option(names = "--store-failures", description = "Keep failing rows in tables.")
    private boolean storeFailures;

    @Option(names = "--publish", paramLabel = "WHEN", description = "passing, all, each or none.")
    private Publish publish;

    @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
    private boolean dryRun;

    @Option(names = "--overwrite-foreign", description = "Replace relations that assay has not made.")
    private boolean overwriteForeign;

    /** The same, and what an earlier run was given. A switch that was on stays on, unless what is typed contradicts it. */
    RunOptionsGroup or(EarlierOptions earlier) {
        var both = new RunOptionsGroup();
        both.dryRun = dryRun;
        both.fullRefresh = fullRefresh || earlier.flag("full_refresh");
        both.failFast = failFast || earlier.flag("fail_fast");
        both.empty = empty || (earlier.flag("empty") && !publishes());
        both.noTests = noTests || earlier.flag("no_tests");
        both.noFuse = noFuse || earlier.flag("no_fuse");
        both.storeFailures = storeFailures || earlier.flag("store_failures");
        both.overwriteForeign = overwriteForeign || earlier.flag("overwrite_foreign");
        both.publish = Optional.ofNullable(publish)
                .or(() -> earlier.text("publish").map(Publish::valueOf).filter(word -> !empty))
                .orElse(null);
        return both;
    }

    private boolean publishes() {
        return publish != null && publish != Publish.none;
    }

    boolean isDryRun() {
        return dryRun;
    }

    boolean fullRefresh() {
        return fullRefresh;
    }

    RunOptions options(String command, PlanRequest.Mode mode, SelectionRequest request, boolean resumed) {
        return options(command, mode, request, resumed, dryRun);
    }

    /** Of a build that is only shown. */
    RunOptions shown(SelectionRequest request) {
        return options("build", PlanRequest.Mode.BUILD, request, false, true);
    }

    private RunOptions options(
            String command, PlanRequest.Mode mode, SelectionRequest request, boolean resumed, boolean onlyShown) {
        return new RunOptions(
                command,
                mode,
                request,
                published(),
                !noTests,
                failFast,
                fullRefresh,
                empty,
                storeFailures,
                !noFuse,
                resumed,
                overwriteForeign,
                onlyShown);
    }

    private Optional<String> published() {
        if (empty && publishes()) {
            throw new ProblemsFound(Diagnostic.error(Code.USAGE, "--empty publishes nothing: readers keep their rows")
                    .help("leave out --publish " + publish));
        }
        return Optional.ofNullable(empty ? Publish.none : publish)
                .map(word -> word.name().toLowerCase(Locale.ROOT));
    }

    Map<String, Object> given() {
        var given = new TreeMap<String, Object>();
        given.put("full_refresh", fullRefresh);
        given.put("fail_fast", failFast);
        given.put("empty", empty);
        given.put("no_tests", noTests);
        given.put("no_fuse", noFuse);
        given.put("overwrite_foreign", overwriteForeign);
        given.put("store_failures", storeFailures);
        if (publish != null) {
            given.put("publish", publish.name());
        }
        return given;
    }
}

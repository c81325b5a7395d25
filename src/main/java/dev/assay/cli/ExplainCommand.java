package dev.assay.cli;

import dev.assay.app.ErrorPage;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.diagnostic.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code assay explain}. */
@Command(name = "explain", description = "Tell what the code of a message means, and how to fix the problem.")
final class ExplainCommand implements Callable<Integer> {

    private final ProcessContext world;

    @Parameters(
            arity = "0..1",
            paramLabel = "CODE",
            description = "As in error[unknown-ref]; without it, all codes are listed.")
    private String code;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private HelpOption help;

    ExplainCommand(ProcessContext world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        world.out().print(code == null ? list() : page());
        return ExitCode.GOOD;
    }

    private String page() {
        Code asked = Code.of(word()).orElseThrow(() -> new ProblemsFound(unknown()));
        return ErrorPage.of(asked)
                .map(ErrorPage::text)
                .orElse("# " + asked.word() + "\n\nThere is no page about this yet.\n");
    }

    /** However it was copied out of a message: {@code error[unknown-ref]:}, {@code [unknown-ref]}, {@code UNKNOWN_REF}; {@code fail[test]} too. */
    private String word() {
        String word = code.strip().toLowerCase(Locale.ROOT).replace('_', '-').replaceAll("^\\w*\\[|].*$", "");
        return word.equals("test") ? Code.TEST_FAILED.word() : word;
    }

    private Diagnostic unknown() {
        var problem = Diagnostic.error(Code.USAGE, "no problem has the code `" + code + "`");
        List<String> near = Spelling.near(
                word(), Arrays.stream(Code.values()).map(Code::word).toList());
        return near.isEmpty()
                ? problem.help("list them: assay explain")
                : problem.help("a similar one exists: `" + near.getFirst() + "`");
    }

    private static String list() {
        var lines = new StringBuilder();
        int width = Arrays.stream(Code.values())
                .mapToInt(each -> each.word().length())
                .max()
                .orElse(0);
        Arrays.stream(Code.values())
                .sorted(java.util.Comparator.comparing(Code::word))
                .forEach(each -> {
                    String headline =
                            ErrorPage.of(each).map(ErrorPage::headline).orElse("");
                    String line = each.word() + " ".repeat(width - each.word().length()) + "  " + headline;
                    lines.append(line.stripTrailing()).append('\n');
                });
        return lines.toString();
    }
}

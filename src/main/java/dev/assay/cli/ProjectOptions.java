package dev.assay.cli;

import dev.assay.app.Workspace;
import dev.assay.connect.Lease;
import dev.assay.project.Invocation;
import dev.assay.project.TemplateVoice;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** Where the project lies, and which target is meant. The same for every command. */
final class ProjectOptions {

    @Option(names = "--project-dir", paramLabel = "DIR", description = "The folder of assay_project.yml.")
    private String projectDir;

    @Option(names = "--profiles-dir", paramLabel = "DIR", description = "The folder of profiles.yml.")
    private String profilesDir;

    @Option(names = "--profile", paramLabel = "NAME", description = "A profile other than the project's.")
    private String profile;

    @Option(
            names = {"-t", "--target"},
            paramLabel = "NAME",
            description = "An output of the profile.")
    private String target;

    @Option(
            names = "--target-path",
            paramLabel = "DIR",
            description = "The folder for compiled SQL and artifacts; target by default.")
    private String targetPath;

    @Option(names = "--vars", paramLabel = "YAML", description = "Variables: '{lookback_days: 3}'.")
    private String vars;

    @Option(names = "--threads", paramLabel = "N", description = "How many nodes are worked on at a time.")
    private Integer threads;

    @Option(
            names = "--lease-wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait for a database that another process holds.")
    private long leaseWait;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    /** The same, and where nothing was typed what an earlier run was given. Where the project lies is always said anew. */
    ProjectOptions or(EarlierOptions earlier) {
        var both = new ProjectOptions();
        both.projectDir = projectDir;
        both.profilesDir = profilesDir;
        both.targetPath = targetPath;
        both.leaseWait = leaseWait;
        both.profile =
                Optional.ofNullable(profile).or(() -> earlier.text("profile")).orElse(null);
        both.target =
                Optional.ofNullable(target).or(() -> earlier.text("target")).orElse(null);
        both.threads =
                Optional.ofNullable(threads).or(() -> earlier.number("threads")).orElse(null);
        both.vars = Optional.ofNullable(vars).or(earlier::variables).orElse(null);
        return both;
    }

    /**
     * @param voice hears what templates say
     * @param waits is told that another process is waited for
     */
    Workspace workspace(ProcessContext world, TemplateVoice voice, Consumer<String> waits, Map<String, Object> flags) {
        var options = new Invocation.Options(
                Optional.ofNullable(projectDir),
                Optional.ofNullable(profilesDir),
                Optional.ofNullable(profile),
                Optional.ofNullable(target),
                Optional.ofNullable(targetPath),
                Optional.ofNullable(vars),
                Optional.ofNullable(threads),
                flags);
        var invocation = new Invocation(
                world.folder(),
                world.environment(),
                options,
                world.ids().get(),
                world.clock().instant());
        var lease = new Lease(Duration.ofSeconds(leaseWait), world.interruption(), waits);
        return new Workspace(invocation, world.secrets(), voice, world.clock(), lease, world.version());
    }

    /** As given, for the artifacts that tell how a run was started. */
    Map<String, Object> given() {
        var given = new TreeMap<String, Object>();
        put(given, "project_dir", projectDir);
        put(given, "profiles_dir", profilesDir);
        put(given, "profile", profile);
        put(given, "target", target);
        put(given, "target_path", targetPath);
        put(given, "vars", vars);
        put(given, "threads", threads);
        return given;
    }

    private static void put(Map<String, Object> given, String name, Object value) {
        if (value != null) {
            given.put(name, value);
        }
    }
}

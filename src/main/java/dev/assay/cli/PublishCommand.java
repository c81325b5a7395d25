package dev.assay.cli;

import dev.assay.app.Building;
import dev.assay.app.HeldPublishing;
import dev.assay.app.ParsedProject;
import dev.assay.app.RunOptions;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay publish}. */
@Command(name = "publish", description = "Publish kept candidates without building them again.")
final class PublishCommand implements Callable<Integer>, Speaking {

    private final ProcessContext world;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private OutputOptions output;

    @Option(
            names = "--held",
            arity = "1..*",
            required = true,
            paramLabel = "NAME",
            description = "The models or seeds.")
    private List<String> held;

    @Option(
            names = "--accept",
            arity = "1..*",
            split = ",",
            paramLabel = "TEST",
            description = "Failed tests to accept; needs --reason, --until and --owner.")
    private List<String> accepted = List.of();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why the failure is accepted.")
    private String reason;

    @Option(names = "--until", paramLabel = "DATE", description = "The last day on which it is accepted: 2027-01-31.")
    private String until;

    @Option(names = "--owner", paramLabel = "NAME", description = "Who is responsible for it.")
    private String owner;

    PublishCommand(ProcessContext world) {
        this.world = world;
    }

    @Override
    public Voice voice() {
        return output.voice(world);
    }

    @Override
    public Integer call() {
        Optional<HeldPublishing.Acceptance> acceptance = acceptance();
        var stage = new CommandContext(world, project, voice(), "publish");
        return stage.changing(parsed -> publish(parsed, acceptance, stage));
    }

    private int publish(ParsedProject parsed, Optional<HeldPublishing.Acceptance> acceptance, CommandContext stage) {
        HeldPublishing.Release release = HeldPublishing.of(parsed, acceptance).plan(held);
        var options = RunOptions.publishing("publish");
        var building = new Building(parsed, options, project.given(), world.version(), stage.faces(), release);
        world.heedSignals().run();
        return output.exit(ExitCode.of(building.run(world.interruption())));
    }

    private Optional<HeldPublishing.Acceptance> acceptance() {
        if (accepted.isEmpty()) {
            return Optional.empty();
        }
        if (reason == null || until == null || owner == null) {
            throw new ProblemsFound(Diagnostic.error(Code.USAGE, "--accept needs --reason, --until and --owner")
                    .note("a failure that is let through has somebody who answers for it, and an end"));
        }
        requireWords("--reason", reason);
        requireWords("--owner", owner);
        try {
            requireToCome(LocalDate.parse(until));
        } catch (DateTimeParseException wrong) {
            throw new ProblemsFound(
                    Diagnostic.error(Code.USAGE, "--until wants a date: 2027-01-31, not `" + until + "`"));
        }
        return Optional.of(new HeldPublishing.Acceptance(accepted, reason, until, owner));
    }

    private static void requireWords(String option, String given) {
        if (given.isBlank()) {
            throw new ProblemsFound(Diagnostic.error(Code.USAGE, option + " is blank")
                    .note("a failure that is let through has somebody who answers for it, and a reason"));
        }
    }

    /** The day itself is still borne. */
    private void requireToCome(LocalDate end) {
        if (end.isBefore(LocalDate.ofInstant(world.clock().instant(), ZoneOffset.UTC))) {
            throw new ProblemsFound(Diagnostic.error(Code.USAGE, "--until " + end + " is past")
                    .note("a failure is let through until a day that is still to come"));
        }
    }
}

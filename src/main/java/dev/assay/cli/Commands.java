package dev.assay.cli;

import dev.assay.connect.Workers;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.report.BugPage;
import dev.assay.report.Report;
import dev.assay.template.StuckRendering;
import dev.assay.warehouse.WarehouseError;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * All commands there are. Only the one that is asked for is made: the others would cost a start-up more than their work.
 */
public final class Commands {

    private static final Map<String, Function<ProcessContext, Object>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("init", InitCommand::new);
        ALL.put("debug", DebugCommand::new);
        ALL.put("parse", ParseCommand::new);
        ALL.put("ls", ListCommand::new);
        ALL.put("compile", CompileCommand::new);
        ALL.put("show", ShowCommand::new);
        ALL.put("plan", PlanCommand::new);
        ALL.put("build", BuildCommand::new);
        ALL.put("run", RunCommand::new);
        ALL.put("seed", SeedCommand::new);
        ALL.put("test", TestCommand::new);
        ALL.put("retry", RetryCommand::new);
        ALL.put("publish", PublishCommand::new);
        ALL.put("status", StatusCommand::new);
        ALL.put("run-operation", RunOperationCommand::new);
        ALL.put("prune", PruneCommand::new);
        ALL.put("clean", CleanCommand::new);
        ALL.put("explain", ExplainCommand::new);
        ALL.put("completion", CompletionCommand::new);
    }

    private Commands() {}

    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** The whole of a call: its exit code; everything it has to say is said. */
    public static int run(List<String> args, ProcessContext world) {
        if (!args.isEmpty() && args.getFirst().equals(Completing.WORD)) {
            return Completing.run(args.subList(1, args.size()), world);
        }
        var root = new CommandLine(new AssayCommand(world));
        List<String> asked = args.stream()
                .filter(word -> !word.startsWith("-"))
                .limit(1)
                .filter(ALL::containsKey)
                .toList();
        (asked.isEmpty() ? names() : asked).forEach(name -> root.addSubcommand(name, command(name, world)));
        root.setHelpFactory(GroupedHelp::new);
        root.setDefaultValueProvider(new EnvironmentDefaults(world.environment()));
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setUnmatchedOptionsArePositionalParams(false);
        root.setParameterExceptionHandler(new UsageProblem(world));
        root.setExecutionStrategy(new ParsedCommand(world));
        root.setExecutionExceptionHandler(
                (failure, command, parsed) -> ended(failure, report(command, world), args, world));
        root.setOut(writer(world.out()));
        root.setErr(writer(world.err()));
        try {
            return root.execute(args.toArray(String[]::new));
        } catch (Error broken) {
            return mistaken(broken, Reports.text(world), args, world);
        }
    }

    /** One of them, with its options. */
    static CommandLine command(String name, ProcessContext world) {
        var line = new CommandLine(ALL.get(name).apply(world));
        if (line.getCommand() instanceof FewerOptions fewer) {
            CommandSpec spec = line.getCommandSpec();
            fewer.without().forEach(option -> spec.remove(spec.findOption(option)));
        }
        return line;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private static Report report(CommandLine command, ProcessContext world) {
        return command.getCommand() instanceof Speaking speaking
                ? speaking.voice().report()
                : Reports.text(world);
    }

    private static int ended(Exception failure, Report report, List<String> args, ProcessContext world) {
        return switch (failure) {
            case ProblemsFound found -> {
                report.problems(found.problems());
                yield ExitCode.of(found.problems());
            }
            case WarehouseError refusal -> {
                Diagnostic problem = unreachable(refusal);
                report.problems(List.of(problem));
                // What was waited for, or what was under way, is no finding of a command that was asked to stop.
                yield world.interruption().isRequested() ? ExitCode.INTERRUPTED : ExitCode.of(List.of(problem));
            }
            default -> mistaken(failure, report, args, world);
        };
    }

    /**
     * Handles an exception of a thread whose result no other thread awaits.
     *
     * @param end ends the process at once, with a code: some thread of it goes on for ever
     */
    public static void uncaught(Throwable thrown, List<String> args, ProcessContext world, IntConsumer end) {
        if (thrown instanceof StuckRendering stuck) {
            Reports.text(world).problems(List.of(stuck.problem()));
            // In the middle of a run it is a node that failed, before it a project that cannot be read.
            end.accept(stuck.threadName().startsWith(Workers.THREAD) ? ExitCode.FINDING : ExitCode.USAGE);
        } else {
            mistaken(thrown, Reports.text(world), args, world);
        }
    }

    private static int mistaken(Throwable mistake, Report report, List<String> args, ProcessContext world) {
        report.bug(new BugPage(
                mistake, world.version(), Runtime.version().toString(), String.join(" ", args), AssayCommand.ISSUES));
        return ExitCode.BUG;
    }

    /** A refusal that no node is to blame for: the connection itself. */
    private static Diagnostic unreachable(WarehouseError refusal) {
        Code code = refusal.code();
        List<String> words = refusal.words().lines().toList();
        boolean inOurWords = !refusal.words().isEmpty()
                && (refusal.getCause() == null
                        || Set.of(Code.DATABASE_LOCKED, Code.DATABASE_UNREADABLE, Code.DATABASE_UNWRITABLE)
                                .contains(code));
        Diagnostic problem = inOurWords
                ? Diagnostic.error(code, words.getFirst())
                : Diagnostic.error(code, headline(refusal)).note("the warehouse says: " + refusal.words());
        if (inOurWords && words.size() > 1) {
            problem = problem.note(String.join("\n", words.subList(1, words.size())));
        }
        return refusal.place().map(problem::at).orElse(problem).help(refusal.help());
    }

    private static String headline(WarehouseError refusal) {
        if (refusal.kind() == WarehouseError.Kind.TRANSIENT && refusal.code() == Code.NO_CONNECTION) {
            return "the connection to the warehouse was lost";
        }
        return refusal.kind() == WarehouseError.Kind.UNREACHABLE
                ? "the warehouse cannot be reached"
                : "the warehouse refused to "
                        + refusal.statement()
                                .map(statement -> statement.purpose())
                                .orElse("answer");
    }
}

package dev.assay;

import dev.assay.cli.Commands;
import dev.assay.cli.ProcessContext;
import dev.assay.connect.Interruption;
import dev.assay.project.Secrets;
import dev.assay.template.StuckRendering;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;
import org.jline.utils.Signals;

/** The process: arguments in, exit code out. The only place that knows standard streams, environment and exit. */
public final class Main {

    private static final int INTERRUPTED = 130;

    private Main() {}

    public static void main(String[] args) {
        try (var out = new FileOutputStream(FileDescriptor.out);
                var err = new FileOutputStream(FileDescriptor.err)) {
            var environment = System.getenv();
            var terminal = Terminal.of(System.getProperties(), environment);
            var interruption = new Interruption();
            var called = new Called(List.of(args), environment, Path.of("").toAbsolutePath(), out, err);
            System.exit(run(called, terminal, interruption, () -> heedSignals(interruption), StuckRendering::tell));
        } catch (IOException closed) {
            System.exit(1);
        }
    }

    /** What a process is started with. */
    private record Called(
            List<String> args, Map<String, String> environment, Path folder, OutputStream out, OutputStream err) {}

    /**
     * All that a process does, with the world handed in, so that a test can be a process too.
     *
     * @param folder the working folder
     * @return the exit code
     */
    public static int run(
            List<String> args, Map<String, String> environment, Path folder, PrintStream out, PrintStream err) {
        var called = new Called(args, environment, folder, out, err);
        return run(called, new Terminal(false, OptionalInt.empty()), new Interruption(), () -> {}, handler -> {});
    }

    private static int run(
            Called called,
            Terminal terminal,
            Interruption interruption,
            Runnable heedSignals,
            Consumer<Consumer<Throwable>> uncaught) {
        var secrets = new Secrets();
        try (PrintStream out = MaskedOutput.over(called.out(), secrets::mask);
                PrintStream err = MaskedOutput.over(called.err(), secrets::mask)) {
            // Answered before anything is loaded that other commands need.
            if (called.args().equals(List.of("--version"))) {
                out.println("assay " + version());
                return 0;
            }
            var world = new ProcessContext(
                    called.folder(),
                    called.environment(),
                    out,
                    err,
                    terminal.watched(),
                    terminal.width(),
                    Main::answer,
                    Clock.systemUTC(),
                    () -> UUID.randomUUID().toString(),
                    secrets,
                    interruption,
                    heedSignals,
                    version());
            uncaught.accept(thrown -> Commands.uncaught(thrown, called.args(), world, code -> halt(code, out, err)));
            return Commands.run(called.args(), world);
        }
    }

    private static String answer() {
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException closed) {
            return "";
        }
    }

    /** Whatever waits for its turn at an orderly end could wait for the thread that does not end. */
    private static void halt(int code, PrintStream out, PrintStream err) {
        out.flush();
        err.flush();
        Runtime.getRuntime().halt(code);
    }

    /** The first signal asks to stop in good order; the second does not ask. */
    private static void heedSignals(Interruption interruption) {
        Runnable stop = () -> {
            if (interruption.isRequested()) {
                Runtime.getRuntime().halt(INTERRUPTED);
            }
            interruption.request();
        };
        Signals.register("INT", stop);
        Signals.register("TERM", stop);
    }

    private static String version() {
        try (InputStream file = Main.class.getResourceAsStream("version")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

package dev.assay;

import dev.assay.cli.Commands;
import dev.assay.cli.World;
import dev.assay.project.Secrets;
import dev.assay.run.Interruption;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

/** The process: arguments in, exit code out. The only place that knows standard streams, environment and exit. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        try (PrintStream out = open(FileDescriptor.out);
                PrintStream err = open(FileDescriptor.err)) {
            int code = run(List.of(args), System.getenv(), Path.of("").toAbsolutePath(), out, err);
            out.flush();
            err.flush();
            System.exit(code);
        }
    }

    /**
     * All that a process does, with the world handed in, so that a test can be a process too.
     *
     * @param folder the working folder
     * @return the exit code
     */
    public static int run(
            List<String> args, Map<String, String> environment, Path folder, PrintStream out, PrintStream err) {
        // Answered before anything is loaded that other commands need.
        if (args.equals(List.of("--version"))) {
            out.println("assay " + version());
            return 0;
        }
        var world = new World(
                folder,
                environment,
                out,
                err,
                false,
                OptionalInt.empty(),
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString(),
                new Secrets(),
                new Interruption(),
                version());
        return Commands.run(args, world);
    }

    private static String version() {
        try (InputStream file = Main.class.getResourceAsStream("version")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static PrintStream open(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}

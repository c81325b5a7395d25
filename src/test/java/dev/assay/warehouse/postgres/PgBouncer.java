package dev.assay.warehouse.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A real PgBouncer before the tests' server. Where it is not installed its tests are skipped, but never in CI. */
final class PgBouncer implements AutoCloseable {

    private static final String NOT_INSTALLED = "PgBouncer is not installed: its tests are left out.";

    private final Process process;
    private final int port;

    private PgBouncer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param mode how long a client keeps a server process: {@code session}, {@code transaction} */
    static PgBouncer start(Path folder, PostgresServer server, String mode) {
        Assumptions.assumeTrue(isInstalled(), NOT_INSTALLED);
        try {
            int port = freePort();
            Path settings = Files.writeString(folder.resolve("pgbouncer-" + mode + ".ini"), """
                [databases]
                * = host=127.0.0.1 user=postgres port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                auth_file = %s
                pool_mode = %s
                ignore_startup_parameters = extra_float_digits
                """.formatted(
                            server.port(), port, users(folder), mode));
            var bouncer = new PgBouncer(run(folder, settings), port);
            bouncer.awaitStart();
            return bouncer;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static int freePort() throws IOException {
        try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return door.getLocalPort();
        }
    }

    private static Path users(Path folder) throws IOException {
        return Files.writeString(folder.resolve("users.txt"), "\"postgres\" \"\"\n");
    }

    private static boolean isInstalled() {
        boolean installed = program().findFirst().isPresent();
        if (!installed) {
            Assertions.assertNotEquals("true", System.getenv("CI"), NOT_INSTALLED);
            System.err.println(NOT_INSTALLED);
        }
        return installed;
    }

    private static Stream<Path> program() {
        String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin";
        return Stream.of(path.split(":", -1))
                .map(folder -> Path.of(folder, "pgbouncer"))
                .filter(Files::isExecutable);
    }

    /** It refuses to run as root. */
    private static Process run(Path folder, Path settings) throws IOException {
        String program = program().findFirst().orElseThrow().toString();
        boolean isRoot = "root".equals(System.getProperty("user.name"));
        if (isRoot) {
            new ProcessBuilder("chmod", "-R", "a+rX", folder.toString())
                    .inheritIO()
                    .start()
                    .onExit()
                    .join();
        }
        List<String> command = isRoot
                ? List.of(
                        "setpriv",
                        "--reuid=postgres",
                        "--regid=postgres",
                        "--clear-groups",
                        program,
                        settings.toString())
                : List.of(program, settings.toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("pgbouncer.log").toFile())
                .start();
    }

    private void awaitStart() throws IOException {
        IOException last = new IOException("PgBouncer did not start");
        for (int i = 0; i < 200 && process.isAlive(); i++) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException notYet) {
                last = notYet;
                pause();
            }
        }
        throw last;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(25);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}

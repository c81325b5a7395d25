package dev.assay.warehouse.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.Driver;

/**
 * A real Postgres of the tests' own: one cluster for each process, on a free port, removed at its end. Runs as an
 * unprivileged user, as Postgres demands. Where no server is installed the tests are skipped, but never in CI.
 * {@code -Dassay.postgres=FOLDER} takes the server whose {@code initdb} lies there.
 */
public final class PostgresServer {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final String NOT_INSTALLED = "No Postgres server is installed: its tests are left out.";
    private static final AtomicBoolean SAID = new AtomicBoolean();
    private static Optional<PostgresServer> shared = Optional.empty();

    private final Path binaries;
    private final Path folder;
    private final int port;

    private PostgresServer(Path binaries, Path folder, int port) {
        this.binaries = binaries;
        this.folder = folder;
        this.port = port;
    }

    /** The one that tests share; none of them may stop it. */
    public static synchronized PostgresServer shared() {
        if (shared.isEmpty()) {
            shared = Optional.of(start());
        }
        return shared.get();
    }

    /** Says in one line what is left out where there is none. */
    static boolean isInstalled() {
        boolean installed = binaries().isPresent();
        if (!installed) {
            Assertions.assertNotEquals("true", System.getenv("CI"), NOT_INSTALLED);
            if (!SAID.getAndSet(true)) {
                System.err.println(NOT_INSTALLED);
            }
        }
        return installed;
    }

    /** One that a test may do everything to. */
    public static PostgresServer start() {
        Assumptions.assumeTrue(isInstalled(), NOT_INSTALLED);
        try {
            var server = new PostgresServer(
                    binaries().orElseThrow(), Files.createTempDirectory("assay-postgres"), freePort());
            server.create();
            Runtime.getRuntime().addShutdownHook(new Thread(server::remove));
            server.go();
            return server;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Optional<Path> binaries() {
        String chosen = System.getProperty("assay.postgres", "");
        if (!chosen.isEmpty()) {
            return Optional.of(Path.of(chosen).toAbsolutePath());
        }
        var folders = new ArrayList<Path>();
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            folders.add(Path.of(folder));
        }
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.sorted(Comparator.reverseOrder())
                        .map(version -> version.resolve("bin"))
                        .forEach(folders::add);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return folders.stream()
                .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void create() throws IOException {
        if (isRoot()) {
            run("chown", "postgres", folder.toString());
        }
        server("initdb", "-N", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "-D", data());
        // Who is called so has to know a password; all others are believed.
        String rules =
                "host guarded all 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\nlocal all all trust\n";
        Path file = Path.of(data(), "pg_hba.conf");
        run("sh", "-c", "printf '%s' '" + rules + "' > " + file);
    }

    public void go() {
        String options = "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1 -c fsync=off"
                + " -c max_connections=60 -c log_min_messages=fatal";
        server(
                "pg_ctl",
                "-D",
                data(),
                "-o",
                options,
                "-l",
                folder.resolve("log").toString(),
                "-w",
                "start");
    }

    /** As a crash ends it. */
    public void crash() {
        server("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
    }

    /** From now on what follows another server: it can only be read. */
    public void becomeStandby() {
        server("pg_ctl", "-D", data(), "-m", "fast", "-w", "stop");
        run("touch", Path.of(data(), "standby.signal").toString());
        go();
    }

    private void remove() {
        try {
            crash();
        } catch (IllegalStateException stoppedAlready) {
            // A test has stopped it.
        } finally {
            run("rm", "-rf", folder.toString());
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private void server(String program, String... arguments) {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        command.add(binaries.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command.toArray(String[]::new));
    }

    private static void run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + process.exitValue());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** A program of the server's version; a test that needs it is skipped where only the server is installed. */
    String program(String name) {
        try {
            Path program = binaries.resolve("initdb").toRealPath().resolveSibling(name);
            Assumptions.assumeTrue(Files.isExecutable(program), name + " is not installed: its test is left out.");
            return program.toString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public int port() {
        return port;
    }

    /** A new and empty database; its name. */
    public String database() {
        String name = "test_" + DATABASES.incrementAndGet();
        try (Connection connection = connect("postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return name;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    public Connection connect(String database, String user) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        return new Driver().connect("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
    }
}

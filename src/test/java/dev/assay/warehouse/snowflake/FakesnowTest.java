package dev.assay.warehouse.snowflake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * A second opinion from an emulator that nobody here wrote. What it cannot do stands in {@code expected-failures}, a reason
 * on each line; a line that starts to work fails. CI installs it and says where it is.
 */
@EnabledIfEnvironmentVariable(named = "FAKESNOW", matches = ".+", disabledReason = "FAKESNOW names no program; CI does")
class FakesnowTest {

    private static final Path EXPECTED = Path.of("src/test/resources/fakesnow/expected-failures");

    @TempDir
    private Path folder;

    @Test
    void saysTheSameOfOurStatementsAsEver() throws IOException, InterruptedException {
        int port = freePort();
        var program = new ProcessBuilder(
                        System.getenv("FAKESNOW"), "-s", "--host", "127.0.0.1", "-p", String.valueOf(port))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile());
        program.environment().put("TMPDIR", folder.toString());
        Process server = program.start();
        try {
            await(port);
            String said = probe(port);
            assertEquals(expected(), failures(said), said);
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    /** It answers in Arrow only, which wants an option of Java that we do not. */
    private static String probe(int port) throws IOException {
        Process probes = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        FakesnowProbes.class.getName(),
                        String.valueOf(port))
                .redirectErrorStream(true)
                .start();
        return new String(probes.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Names of what did not work, in the order of the alphabet. */
    private static List<String> failures(String said) {
        Map<String, String> outcomes = new TreeMap<>();
        said.lines().filter(line -> line.startsWith("probe ")).forEach(line -> {
            String[] parts = line.substring("probe ".length()).split(": ", 2);
            outcomes.put(parts[0], parts[1]);
        });
        assertEquals(22, outcomes.size(), said);
        outcomes.values().removeIf("works"::equals);
        return List.copyOf(outcomes.keySet());
    }

    private static List<String> expected() throws IOException {
        return Files.readAllLines(EXPECTED).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .sorted()
                .toList();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void await(int port) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 200; attempt++) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new IOException("fakesnow does not listen");
    }
}

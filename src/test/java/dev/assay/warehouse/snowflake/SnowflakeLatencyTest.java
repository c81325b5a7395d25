package dev.assay.warehouse.snowflake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.warehouse.snowflake.server.Received;
import dev.assay.warehouse.snowflake.server.SnowflakeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A warehouse that is far away: what counts is how many statements there are, and how many are under way at a time.
 *
 * <p>{@code -Dassay.latency.nodes=1000} makes a measurement of it; {@code target/latency} has what came out.
 */
class SnowflakeLatencyTest {

    private static final int NODES = Integer.getInteger("assay.latency.nodes", 16);
    private static final int THREADS = Integer.getInteger("assay.latency.threads", 4);
    private static final int MILLIS = 50;
    private static final String TESTS = "columns: [{name: id, data_tests: [unique, not_null]}, {name: v, data_tests:"
            + " [not_null, {accepted_values: {arguments: {values: [1, 2]}}}]}]";

    @TempDir
    private Path folder;

    @Test
    void theThreadsAreUsedAndNoNodeAsksWhatExists() throws IOException {
        try (var server = SnowflakeServer.start()) {
            SnowflakeProject shop = SnowflakeProject.make(server, folder);
            write(shop, NODES / 2);
            List<String> few = metadata(built(shop, server, 0));
            write(shop, NODES);
            server.faults().delay(MILLIS);
            server.mostAtOnce();
            long began = System.nanoTime();
            List<Received> sent = built(shop, server, server.received().size());
            double seconds = (System.nanoTime() - began) / 1e9;
            // The run's own session may have one under way as well.
            int atOnce = server.mostAtOnce();
            assertTrue(atOnce == THREADS || atOnce == THREADS + 1, () -> atOnce + " statements under way at a time");
            assertTrue(metadata(sent).size() <= few.size() + 3, () -> metadata(sent) + " and before " + few);
            Map<String, List<Received>> ofNodes = sent.stream()
                    .filter(one -> one.tag().contains(" node="))
                    .collect(Collectors.groupingBy(Received::tag));
            assertEquals(NODES, ofNodes.size());
            // The candidate, its rows counted, its four tests at once.
            ofNodes.forEach((node, statements) -> assertTrue(statements.size() <= 3, () -> node + ": " + statements));
            note(sent.size(), ofNodes.values().stream().mapToInt(List::size).sum(), seconds);
        }
    }

    private static void write(SnowflakeProject shop, int nodes) {
        var models = new StringBuilder("version: 2\nmodels:\n");
        for (int i = 0; i < nodes; i++) {
            shop.model("m" + i, "[@config materialized='table' /] select " + i + " as id, 1 as v");
            models.append("  - {name: m").append(i).append(", ").append(TESTS).append("}\n");
        }
        shop.file("models/models.yml", models.toString());
    }

    private static List<Received> built(SnowflakeProject shop, SnowflakeServer server, int before) {
        shop.assay("build", "--threads", String.valueOf(THREADS)).ends(0);
        return List.copyOf(server.received().subList(before, server.received().size()));
    }

    private static List<String> metadata(List<Received> sent) {
        return sent.stream()
                .map(Received::sql)
                .filter(sql -> sql.toLowerCase(Locale.ROOT).contains("information_schema") || sql.startsWith("show"))
                .toList();
    }

    /** What it would take if nothing but the way there cost anything, and what it took. */
    private static void note(int all, int ofNodes, double seconds) throws IOException {
        double ideal = ((double) ofNodes / THREADS + (all - ofNodes)) * MILLIS / 1000;
        Files.createDirectories(Path.of("target"));
        Files.writeString(
                Path.of("target/latency"),
                String.format(
                        Locale.ROOT,
                        "%d nodes, %d threads, %d ms: %d statements, %d of them of nodes; ideal %.1f s, took %.1f s%n",
                        NODES,
                        THREADS,
                        MILLIS,
                        all,
                        ofNodes,
                        ideal,
                        seconds));
    }
}

package dev.assay.warehouse.snowflake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.warehouse.snowflake.server.Received;
import dev.assay.warehouse.snowflake.server.SnowflakeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
    private static final String WAY = System.getProperty("assay.latency.way", "auto");
    private static final String TESTS = "columns: [{name: id, data_tests: [unique, not_null]}, {name: v, data_tests:"
            + " [not_null, {accepted_values: {arguments: {values: [1, 2]}}}]}]";

    @TempDir
    private Path folder;

    @Test
    void theThreadsAreUsedAndNoNodeAsksWhatExists() throws IOException {
        try (var server = SnowflakeServer.start()) {
            SnowflakeProject shop = SnowflakeProject.fresh(server, folder);
            write(shop, NODES / 2);
            List<String> few = metadata(built(shop, server, 0));
            write(shop, NODES);
            server.faults().delay(MILLIS);
            server.mostAtOnce();
            Duration before = server.atWork();
            long began = System.nanoTime();
            List<Received> sent = built(shop, server, server.received().size());
            double seconds = (System.nanoTime() - began) / 1e9;
            // The run's own session may have one under way as well, and the lease is kept.
            int atOnce = server.mostAtOnce();
            assertTrue(atOnce >= THREADS && atOnce <= THREADS + 2, () -> atOnce + " statements under way at a time");
            // The columns of a hundred tables and of their candidates are read in one.
            assertTrue(
                    metadata(sent).size() <= few.size() + 3 + NODES / 100, () -> metadata(sent) + " and before " + few);
            Map<String, List<Received>> ofNodes = sent.stream()
                    .filter(one -> one.tag().contains(" node="))
                    .collect(Collectors.groupingBy(Received::tag));
            assertEquals(NODES, ofNodes.size());
            // The candidate, its rows counted, its four tests at once.
            ofNodes.forEach((node, statements) -> assertTrue(statements.size() <= 3, () -> node + ": " + statements));
            double used = ofNodes.values().stream()
                    .flatMap(List::stream)
                    .mapToLong(one -> server.took(one.request()).toMillis())
                    .sum();
            note(new Measured(
                    sent, used / 1000, seconds, server.atWork().minus(before).toMillis() / 1e3));
        }
    }

    /**
     * A build of so many nodes, told by when its requests came.
     *
     * @param used how many seconds the requests of nodes were under way, all threads together
     * @param engine how many seconds the stand-in's own engine was at work, on the same processors
     */
    private record Measured(List<Received> sent, double used, double seconds, double engine) {

        private List<Received> ofNodes() {
            return sent.stream().filter(one -> one.tag().contains(" node=")).toList();
        }

        private static long requests(List<Received> some) {
            return some.stream().map(Received::request).distinct().count();
        }

        private double building() {
            List<Received> nodes = ofNodes();
            return (nodes.getLast().nanos() - nodes.getFirst().nanos()) / 1e9;
        }

        /** From the journal to its end. */
        private double cutting() {
            long begun = at("way = intent.way");
            return (at("set state = 'published', generation") - begun) / 1e9;
        }

        private long at(String words) {
            return sent.stream()
                    .filter(one -> one.sql().contains(words))
                    .mapToLong(Received::nanos)
                    .max()
                    .orElseThrow();
        }

        /** If nothing but the way there cost anything, and the threads had always one under way. */
        private double ideal() {
            return (double) requests(ofNodes()) / THREADS * MILLIS / 1000;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d nodes, %d threads, %d ms, %s: %d requests of nodes, ideal %.1f s, took %.1f s, of which each"
                            + " thread had a request under way for %.0f %%; cut of %.1f s; all %d requests %.1f s; the"
                            + " stand-in's engine was at work for %.1f s%n",
                    NODES,
                    THREADS,
                    MILLIS,
                    WAY,
                    requests(ofNodes()),
                    ideal(),
                    building(),
                    100 * used / THREADS / building(),
                    cutting(),
                    requests(sent),
                    seconds,
                    engine);
        }
    }

    private static void note(Measured measured) throws IOException {
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/latency"), measured.toString());
    }

    private static void write(SnowflakeProject shop, int nodes) {
        shop.project("models:\n  shop: {+publish_by: " + WAY + "}\n");
        var models = new StringBuilder("version: 2\nmodels:\n");
        for (int i = 0; i < nodes; i++) {
            shop.model("m" + i, "[@config materialized='table' /] select " + i + " as id, 1 as v");
            models.append("  - {name: m").append(i).append(", ").append(TESTS).append("}\n");
        }
        shop.file("models/models.yml", models.toString());
    }

    private static List<Received> built(SnowflakeProject shop, SnowflakeServer server, int before) {
        shop.assay("build", "--threads", String.valueOf(THREADS)).ends(0);
        return server.receivedSince(before);
    }

    private static List<String> metadata(List<Received> sent) {
        return sent.stream()
                .map(Received::sql)
                .filter(sql -> sql.toLowerCase(Locale.ROOT).contains("information_schema") || sql.startsWith("show"))
                .toList();
    }
}

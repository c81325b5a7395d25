package dev.assay.law;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.warehouse.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random commands, edits, kills and strangers; after each, readers see only what passed its tests.
 *
 * <p>{@code -Dassay.law.minutes=60} or {@code -Dassay.law.sequences=100} says how long, {@code -Dassay.law.seed=7} where to
 * begin, {@code -Dassay.law.steps=40} how long one sequence is, {@code -Dassay.law.slow=2} how many of them start
 * processes. {@code -Dassay.ground=postgres} takes one database. A finding is shrunk and printed. Without any of these, the
 * same short sequence runs each time, so that a change is judged by the change and not by chance.
 */
class RandomCommandsTest {

    private static final long MINUTES = Long.getLong("assay.law.minutes", 0);
    private static final int SEQUENCES = Integer.getInteger("assay.law.sequences", 1);
    private static final int STEPS = Integer.getInteger("assay.law.steps", 40);
    private static final int SLOW = Integer.getInteger("assay.law.slow", 0);
    private static final int SHRINKS = Integer.getInteger("assay.law.shrinks", 60);
    private static final AtomicInteger WORLDS = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(strings = {"duckdb", "postgres"})
    void readersSeeOnlyWhatPassed(String ground) {
        String wanted = System.getProperty("assay.ground", "");
        Assumptions.assumeTrue(wanted.isEmpty() || wanted.equals(ground), "another database is wanted");
        many(ground, Long.getLong("assay.law.seed", 1));
    }

    /** All findings of all sequences, one of each likeness. */
    private static void many(String ground, long first) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        var alike = new TreeMap<String, Integer>();
        var findings = new ArrayList<String>();
        long seed = first;
        for (; MINUTES > 0 ? System.nanoTime() < end : seed < first + SEQUENCES; seed++) {
            Optional<Finding> found = tried(ground, seed);
            if (found.isPresent() && alike.merge(found.get().likeness(), 1, Integer::sum) == 1) {
                findings.add(shrunk(ground, seed, found.get()));
                System.err.println(findings.getLast());
            }
        }
        System.err.println(ground + ": " + (seed - first) + " sequences, findings " + alike);
        assertTrue(findings.isEmpty(), () -> String.join("\n\n", findings));
    }

    private static Optional<Finding> tried(String ground, long seed) {
        return tried(ground, seed, Step.drawn(seed, STEPS, SLOW));
    }

    private static String shrunk(String ground, long seed, Finding found) {
        Finding least = Shrinking.shrunk(found, SHRINKS, fewer -> tried(ground, seed, fewer));
        return "-Dassay.ground=" + ground + " -Dassay.law.seed=" + seed + " -Dassay.law.steps=" + STEPS
                + " -Dassay.law.slow=" + SLOW + ": " + least;
    }

    private static Optional<Finding> tried(String ground, long seed, List<Step> steps) {
        Path folder = Path.of("target", "law", ground + "-" + seed + "-" + WORLDS.incrementAndGet())
                .toAbsolutePath();
        try {
            Files.createDirectories(folder);
            LawDatabase database =
                    ground.equals("postgres") ? postgres() : new LawDatabase.OnDuckDB(folder.resolve("law.duckdb"));
            return Sequence.run(new World(folder, database, seed), steps);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } finally {
            remove(folder);
        }
    }

    private static LawDatabase postgres() {
        PostgresServer server = PostgresServer.shared();
        return new LawDatabase.OnPostgres(server, server.database());
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}

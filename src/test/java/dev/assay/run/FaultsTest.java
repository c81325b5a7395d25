package dev.assay.run;

import static dev.assay.UserProject.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.UserProject.Said;
import dev.assay.cli.Commands;
import dev.assay.cli.ProcessContext;
import dev.assay.connect.Interruption;
import dev.assay.project.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Other processes, growing files, somebody who presses Ctrl-C. */
class FaultsTest {

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void shop() {
        shop = new Shop(folder);
        shop.model("orders", TABLE + "select 1 as v");
    }

    /** Holds the file until its line comes or it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws Exception {
            try (var connection = java.sql.DriverManager.getConnection("jdbc:duckdb:shop.duckdb")) {
                Files.writeString(Path.of("held"), String.valueOf(connection.isClosed()));
                Thread.sleep(Long.parseLong(args[0]));
            }
        }
    }

    private ChildBuild holder(long milliseconds) throws InterruptedException {
        ChildBuild holder = ChildBuild.java(Holder.class.getName(), shop, String.valueOf(milliseconds));
        while (!Files.exists(folder.resolve("held"))) {
            assertTrue(holder.isAlive());
            Thread.sleep(20);
        }
        return holder;
    }

    @Test
    void aFileThatAnotherProcessHoldsIsWaitedForAndItsHolderNamed() throws InterruptedException {
        shop.assay("build").ends(0);
        ChildBuild holder = holder(60_000);
        try {
            Said said = shop.assay("build", "--lease-wait", "1").ends(3);
            assertTrue(said.err().contains("process " + holder.pid() + " (java) holds shop.duckdb"), said.err());
            assertTrue(said.err().contains("waiting for it up to 1 s"), said.err());
        } finally {
            holder.kill();
        }
        shop.assay("build").ends(0);
    }

    /** Its folder may be full, or forbid programs. */
    @Test
    void anEngineThatCannotBeLoadedIsSaidToBe() throws InterruptedException {
        ChildBuild child = ChildBuild.java(List.of("-Djava.io.tmpdir=" + folder.resolve("nowhere")), shop, "build");
        assertEquals(3, child.end());
        assertTrue(ChildBuild.said(shop).contains("error[no-connection]: DuckDB's own library cannot be loaded"));
    }

    /** DuckDB's own COPY replaces a file by a rename, as tools that synchronize folders do. */
    @Test
    void aFileThatIsReplacedUnderABuildHasNothingPublished() {
        shop.assay("build").ends(0);
        shop.model(
                "orders",
                "[@config materialized=\"table\" post_hook=\"copy (select 1 as i) to '" + shop.database()
                        + "' (format csv)\" /]select 2 as v");
        Said said = shop.assay("build").ends(3);
        assertTrue(said.err().contains("error[database-unwritable]: `shop.duckdb` was "), said.err());
        assertFalse(said.toString().contains("as generation 2"), said::toString);
    }

    @Test
    void whoLetsGoInTimeIsOnlyWaitedFor() throws InterruptedException {
        ChildBuild holder = holder(1_500);
        shop.assay("build", "--lease-wait", "30").ends(0);
        holder.end();
    }

    @Test
    @Timeout(60)
    void whoeverPressesControlCGetsAResultForEveryNodeAndNothingPublished() throws InterruptedException {
        shop.assay("build").ends(0);
        shop.project("models:\n  shop:\n    quick: {+publish_group: quick}\n    slow: {+publish_group: quick}\n");
        shop.model("orders", TABLE + "select 2 as v");
        shop.model("quick", TABLE + "select 2 as v");
        shop.model("slow", TABLE + "select count(*) as v from range(3000000) a, range(3000000) b");
        shop.model("after_slow", TABLE + "select * from ${ref(\"slow\")}");
        var interruption = new Interruption();
        var presses = new Thread(() -> {
            try {
                Thread.sleep(1_000);
                interruption.request();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        presses.start();
        Said said = interrupted(interruption);
        presses.join();
        assertEquals(130, said.exit(), said::toString);
        assertEquals("1", shop.one("select v from dev.orders"));
        assertEquals("orders table", shop.relations().getFirst());
        String results = read(folder.resolve("target/run_results.json"));
        for (String node : List.of("orders", "quick", "slow", "after_slow")) {
            assertTrue(results.contains("model.shop." + node), results);
        }
        shop.without("models/slow.sql").without("models/after_slow.sql");
        shop.assay("build").ends(0);
        assertEquals("2", shop.one("select v from dev.orders"));
    }

    private Said interrupted(Interruption interruption) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = Commands.run(
                List.of("build"),
                new ProcessContext(
                        folder,
                        Map.of(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        OptionalInt.empty(),
                        () -> "",
                        Clock.systemUTC(),
                        () -> "test",
                        new Secrets(),
                        interruption,
                        () -> {},
                        "test"));
        return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    /** {@code -Dassay.growth.rows=1000000 -Dassay.growth.rebuilds=50} proves it. */
    @Test
    void theFileDoesNotGrowWithRebuilds() throws IOException {
        int rows = Integer.getInteger("assay.growth.rows", 100_000);
        int rebuilds = Integer.getInteger("assay.growth.rebuilds", 8);
        shop.model(
                "orders",
                TABLE + "select i as id, hash(i)::varchar as code, i % 97 as v from range(" + rows + ") t(i)");
        shop.model("totals", "select v, count(*) as n from ${ref(\"orders\")} group by v");
        shop.yaml("models: [{name: orders, columns: [{name: id, data_tests: [not_null, unique]}]}]");
        shop.assay("build").ends(0);
        long first = Files.size(shop.database());
        for (int i = 0; i < rebuilds; i++) {
            shop.assay("build").ends(0);
        }
        long last = Files.size(shop.database());
        assertTrue(last <= 3 * first, () -> first + " bytes became " + last);
    }

    @Test
    @Timeout(60)
    void aHookThatHangsEndsWithControlC() throws InterruptedException {
        shop.project("on-run-start: \"select count(*) from range(3000000) a, range(3000000) b\"\n");
        var interruption = new Interruption();
        var presses = new Thread(() -> {
            try {
                Thread.sleep(Duration.ofSeconds(1));
                interruption.request();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        presses.start();
        assertEquals(130, interrupted(interruption).exit());
        presses.join();
    }
}

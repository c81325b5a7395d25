package dev.assay.run;

import static dev.assay.UserProject.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code publish_by: file}: other processes read the whole time, and see one run whole or nothing of it.
 *
 * <p>{@code -Dassay.builds=200 -Dassay.kills=50} proves it, a few guard it.
 */
class ByFileTest {

    private static final int BUILDS = Integer.getInteger("assay.builds", 6);
    private static final int KILLS = Integer.getInteger("assay.kills", 3);

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void begin() {
        shop = new Shop(folder).publishedBy("file");
        shop.yaml("models: [{name: watched, columns: [{name: v, data_tests: [{not_negative: {}}]}]}]");
        shop.file(
                "tests/generic/not_negative.sql",
                "[#-- test not_negative(column_name) --]\nselect * from ${relation} where ${column_name} < 0\n");
        write(1);
        shop.assay("build").ends(0);
    }

    /** base (table) → watched (table, tested) → summed (view); lone (table) beside them. Even ones fail. */
    private void write(int build) {
        shop.model("base", TABLE + "select " + build + " as v from range(20000)");
        shop.model(
                "watched",
                TABLE + (build % 2 == 1 ? "select v" : "select case when random() < 0.5 then -v else v end as v")
                        + " from ${ref(\"base\")}");
        shop.model("summed", "select v from ${ref(\"watched\")}");
        shop.model("lone", TABLE + "select " + build + " as v");
    }

    @Test
    void anotherProcessReadsTheWholeTime() throws IOException, InterruptedException {
        Process reader = java(OtherReader.class.getName(), shop.database().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var says = new BufferedReader(new InputStreamReader(reader.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("reads", says.readLine());
            for (int build = 2; build <= BUILDS + 1; build++) {
                write(build);
                shop.assay("build", "--lease-wait", "10").ends(build % 2 == 1 ? 0 : 1);
            }
            reader.getOutputStream().write('\n');
            reader.getOutputStream().flush();
            String last = says.readLine();
            assertTrue(last.startsWith("looked "), last);
            assertTrue(Integer.parseInt(last.substring("looked ".length())) > BUILDS, last);
        } finally {
            reader.getOutputStream().close();
            reader.waitFor();
        }
        assertNothingBeside();
    }

    private static ProcessBuilder java(String main, String argument) {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main,
                argument);
    }

    @Test
    void whatIsKilledChangesNothing() throws InterruptedException, IOException {
        var random = new Random(5);
        int build = 1;
        int seen = 1;
        for (int round = 0; round < KILLS; round++) {
            build += 2;
            write(build);
            ChildBuild child = round % 2 == 0
                    ? ChildBuild.killedAfter(1 + random.nextInt(40), shop)
                    : ChildBuild.start(shop, "build");
            if (round % 2 == 1) {
                Thread.sleep(300 + random.nextInt(2500));
                child.kill();
            } else {
                child.end();
            }
            String now = shop.one("select distinct b.v || ' ' || s.v from dev.base b, dev.summed s, dev.lone");
            assertTrue(List.of(seen + " " + seen, build + " " + build).contains(now), build + " was killed: " + now);
            build += 2;
            write(build);
            shop.assay("build").ends(0);
            assertNothingBeside();
            assertEquals(String.valueOf(build), shop.one("select max(v) from dev.summed"));
            seen = build;
        }
    }

    @Test
    void whoComesSecondIsToldOrWaits() throws InterruptedException, IOException {
        shop.model(
                "slow",
                TABLE + "select count(*) as n from range(100000000) a, range(100000) b where a.range <> b.range");
        ChildBuild first = ChildBuild.start(shop, "build", "-s", "slow");
        try {
            for (int i = 0; i < 600 && beside().isEmpty(); i++) {
                Thread.sleep(50);
            }
            var second = shop.assay("build", "-s", "lone", "--lease-wait", "0").ends(3);
            assertTrue(
                    second.err().contains("process " + first.pid() + " builds in a copy of shop.duckdb"),
                    second::toString);
            assertEquals(0, ChildBuild.start(shop, "status").end());
            assertEquals("1", shop.one("select v from dev.lone"));
            var inPlace = shop.publishedBy("auto")
                    .assay("build", "-s", "lone", "--lease-wait", "0")
                    .ends(3);
            shop.publishedBy("file");
            assertTrue(
                    inPlace.err().contains("process " + first.pid() + " builds in a copy of shop.duckdb"),
                    inPlace::toString);
        } finally {
            first.kill();
        }
        shop.assay("build", "-s", "lone").ends(0);
        assertNothingBeside();
    }

    @Test
    void whatWasHeldIsKeptAndGoesOutLater() throws IOException, InterruptedException {
        write(2);
        shop.assay("build").ends(1);
        assertEquals("1", shop.one("select max(v) from dev.watched"));
        assertEquals(1, ChildBuild.start(shop, "status").end());
        shop.assay("retry").ends(1);
        String accept = "not_negative_watched_v";
        shop.assay(
                        "publish",
                        "--held",
                        "watched",
                        "--accept",
                        accept,
                        "--reason",
                        "r",
                        "--until",
                        "2999-01-01",
                        "--owner",
                        "me")
                .ends(0);
        assertEquals("2", shop.one("select max(v) from dev.watched"));
        assertEquals("-2", shop.one("select min(v) from dev.summed"));
        shop.assay("test").ends(1);
        shop.assay("run-operation", "--sql", "create table dev.own as select 7 as i")
                .ends(0);
        assertEquals("7", shop.one("select i from dev.own"));
        shop.without("models/lone.sql").assay("prune", "--yes").ends(0);
        assertTrue(
                shop.relations().stream().noneMatch(relation -> relation.startsWith("lone ")),
                shop.relations()::toString);
        assertNothingBeside();
    }

    private List<String> beside() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains("duckdb") && !name.equals("shop.duckdb"))
                    .toList();
        }
    }

    /** No copy, no lock, no log. */
    private void assertNothingBeside() throws IOException {
        assertEquals(List.of(), beside());
    }
}

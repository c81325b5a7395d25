package dev.assay.warehouse.kit;

import static dev.assay.warehouse.kit.Project.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Candidates are built where nobody looks, proven, and let through together. */
class CutTest extends Builds {

    private static final int ROUNDS = Integer.getInteger("assay.kit.rounds", 6);

    @Test
    void tablesAndViewsAppearTogetherAndTradePlaces() {
        for (int round = 1; round <= 4; round++) {
            boolean turned = round == 3;
            project().model("orders", (turned ? "" : TABLE) + "select " + round + " as n");
            project().model("recent", (turned ? TABLE : "") + "select n from ${ref(\"orders\")}");
            project().assay("build").ends(0);
            assertEquals(round, project().number("recent"));
            assertOnly(Map.of(
                    "orders", turned ? Kind.VIEW : Kind.TABLE,
                    "recent", turned ? Kind.TABLE : Kind.VIEW));
        }
    }

    @Test
    void whatFailsItsTestIsNotSeenAndWaits() {
        project().yaml("models: [{name: orders, columns: [{name: n, data_tests: [not_null]}]}]");
        project().model("orders", TABLE + "select 1 as n");
        project().model("recent", "select n from ${ref(\"orders\")}");
        project().assay("build").ends(0);
        project().model("orders", TABLE + "select 2 as n union all select cast(null as integer)");
        project().assay("build").ends(1);
        assertEquals(List.of(List.of(1L)), project().rows("recent").rows());
        project().model("orders", TABLE + "select 3 as n");
        project().assay("retry").ends(0);
        assertEquals(List.of(List.of(3L)), project().rows("recent").rows());
        assertOnly(Map.of("orders", Kind.TABLE, "recent", Kind.VIEW));
    }

    @Test
    void namesMayBeAnything() {
        String odd = "select \"from\" it's 100% größe";
        for (int round = 1; round <= 2; round++) {
            project()
                    .model(
                            "orders",
                            "[@config materialized=\"table\" alias='" + odd.replace("'", "\\'") + "' /] select " + round
                                    + " as n");
            project().model("recent", "[@config alias=\"table\" /] select n from ${ref(\"orders\")}");
            project().assay("build").ends(0);
            assertEquals(round, project().number("table"));
        }
        assertOnly(Map.of(odd, Kind.TABLE, "table", Kind.VIEW));
    }

    @Test
    void whatAnEarlierRunLeftIsRemovedAndNothingElse() {
        project().model("orders", TABLE + "select 1 as n");
        project().assay("build").ends(0);
        try (Warehouse warehouse = ground().connect();
                Session session = warehouse.open()) {
            RelationName orders = RelationName.of(project().schema(), "orders");
            for (RelationName left : List.of(warehouse.candidate(orders), warehouse.retired(orders))) {
                session.execute(Statement.of(
                        "leave it", "create table " + warehouse.dialect().print(left) + " as select 9 as n"));
            }
        }
        project().stranger("create table {orders_candidate} as select 7 as n");
        project().assay("build").ends(0);
        assertOnly(Map.of("orders", Kind.TABLE, "orders_candidate", Kind.TABLE));
    }

    /** Each row carries the number of its build; every second build fails with rows that have a negative one. */
    @Test
    void aReaderNeverSeesWhatFailedNorHalfACut() throws InterruptedException {
        project().yaml("models: [{name: orders, data_tests: [not_negative]}]");
        project()
                .file(
                        "tests/generic/not_negative.sql",
                        "[#-- test not_negative() --]\nselect * from ${relation} where n < 0\n");
        write(1, 1);
        project().assay("build").ends(0);
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        var looks = new AtomicInteger();
        var over = new AtomicBoolean();
        Thread reader = new Thread(() -> read(seen, looks, over), "reader");
        reader.start();
        try {
            for (int round = 2; round <= ROUNDS; round++) {
                boolean good = round % 2 == 1;
                write(round, good ? round : -round);
                project().assay("build").ends(good ? 0 : 1);
            }
        } finally {
            over.set(true);
            reader.join();
        }
        assertEquals(List.of(), seen.stream().distinct().toList());
        assertTrue(looks.get() > ROUNDS, () -> "the reader looked only " + looks + " times");
    }

    private void write(int round, int n) {
        project().model("orders", TABLE + "select " + n + " as n from (" + Contract.numbers(3) + ") as many");
        project().model("recent", "select n from ${ref(\"orders\")}");
        project().model("summed", TABLE + "select max(n) as n from ${ref(\"recent\")}");
        project().model("lone", "select " + round + " as n");
    }

    private void read(Queue<String> seen, AtomicInteger looks, AtomicBoolean over) {
        try (Warehouse warehouse = ground().connect();
                Session session = warehouse.open()) {
            String sql = "select (select min(n) from " + project().print(warehouse, "orders")
                    + ") as a, (select max(n) from "
                    + project().print(warehouse, "recent") + ") as b, (select max(n) from "
                    + project().print(warehouse, "summed") + ") as c";
            boolean whole = warehouse.capabilities().contains(Capability.TRANSACTIONAL_DEFINITIONS);
            while (!over.get()) {
                Rows row = session.query(Statement.of("look", sql));
                looks.incrementAndGet();
                long a = (Long) row.value(0, 0);
                long b = (Long) row.value(0, 1);
                long c = (Long) row.value(0, 2);
                if (a < 0 || b < 0 || c < 0) {
                    seen.add("a failing row: " + row.rows());
                } else if (whole && (a != b || b != c)) {
                    seen.add("half a cut: " + row.rows());
                }
            }
        } catch (WarehouseError refused) {
            seen.add("a reader was refused: " + refused.words());
        }
    }

    private void assertOnly(Map<String, Kind> wanted) {
        var found = project().existing();
        assertEquals(wanted.size(), found.relations().size(), found::toString);
        wanted.forEach((name, kind) -> assertEquals(
                kind, found.kind(RelationName.of(project().schema(), name)).orElse(null), () -> name + " in " + found));
        assertEquals(List.of(), project().leftovers());
    }
}

package dev.assay.warehouse.duckdb;

import static dev.assay.warehouse.duckdb.DuckDBCase.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.assay.sql.RelationName;
import dev.assay.warehouse.Identity;
import dev.assay.warehouse.Identity.Change;
import dev.assay.warehouse.IdentityReader;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DuckDB prints many views in other words once the file is opened again: that is no change by hand. */
class PrintedViewsTest {

    private static final RelationName REGISTRY = RelationName.of("dev", "publications");

    private static final List<String> VIEWS = List.of(
            "select id, cast(amount as decimal(10,2)) as amount, cast(id as varchar(3)) as word from dev.t",
            "select a.id from dev.t as a cross join dev.t as b",
            "with a as materialized (select * from dev.t) select * from a",
            "with a as not materialized (select * from dev.t) select * from a",
            "select list_transform([1, 2], lambda x: x + 1) as l, [x + 1 for x in [1, 2]] as m from dev.t",
            "unpivot dev.t on id, amount into name n value v",
            "select * from (pivot dev.t on id in (1, 2) using sum(amount))",
            "select date '2020-01-01' as day, interval 3 day as pause, 'it''s AS; ' as text, {'b': 2} as s");

    @TempDir
    private Path folder;

    @Test
    void aViewIsTheSameAfterTheFileWasOpenedAgain() {
        SortedMap<RelationName, Identity> noted;
        try (Warehouse warehouse = DuckDBCase.file(folder, "printed.duckdb");
                Session session = warehouse.open()) {
            run(session, "create schema dev");
            run(session, "create table dev.t as select 1 as id, 2 as amount");
            for (int number = 0; number < VIEWS.size(); number++) {
                run(session, "create view dev.v" + number + " as " + VIEWS.get(number));
            }
            noted = IdentityReader.of(warehouse).readLasting(session, REGISTRY, names());
        }
        try (Warehouse warehouse = DuckDBCase.file(folder, "printed.duckdb");
                Session session = warehouse.open()) {
            SortedMap<RelationName, Identity> now = IdentityReader.of(warehouse).read(session, REGISTRY, names());
            for (RelationName name : names()) {
                assertEquals(Change.NONE, noted.get(name).changeTo(now.get(name)), name + ": " + noted + "\n" + now);
                assertNotEquals(Identity.UNKNOWN, noted.get(name));
            }
            run(session, "create or replace view dev.v1 as select id + 1 as id from dev.t");
            now = IdentityReader.of(warehouse).read(session, REGISTRY, names());
            RelationName changed = names().get(1);
            assertEquals(Change.CHANGED, noted.get(changed).changeTo(now.get(changed)));
        }
    }

    private static List<RelationName> names() {
        return IntStream.range(0, VIEWS.size())
                .mapToObj(number -> RelationName.of("dev", "v" + number))
                .toList();
    }
}

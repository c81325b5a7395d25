package dev.assay.materialize;

import static dev.assay.warehouse.duckdb.DuckDBCase.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.manifest.Model;
import dev.assay.manifest.Resource;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.duckdb.DuckDBCase;
import dev.assay.warehouse.facet.SpaceRecovery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CutOnDuckDBTest {

    @TempDir
    static Path folder;

    private Warehouse warehouse = DuckDBCase.inMemory();

    @AfterEach
    void close() {
        warehouse.close();
    }

    /** A model and its SQL, given the names of the others. */
    private record Planned(Model model, Function<Function<String, RelationName>, String> sql) {}

    @Test
    void aRolledBackCutLeavesWhatReadersSaw() {
        build(table("orders", names -> "select 1 as n"));
        Session session = warehouse.open();
        Planned planned = table("orders", names -> "select 2 as n");
        Existing existing = existing(session);
        Blueprint blueprint = blueprint(planned);
        Materialization way = Materializations.of(planned.model());
        way.candidate(blueprint, existing, warehouse.wording()).forEach(session::execute);
        session.begin();
        part(blueprint, existing, way).moves().forEach(session::execute);
        session.rollback();
        assertEquals(1, query(session, "select n from dev.orders").number());
        way.discard(blueprint, warehouse.wording()).forEach(session::execute);
        assertOnly(Map.of("orders", Kind.TABLE));
    }

    @Test
    void commentsArriveWithTheCut() {
        var docs = Map.<String, Object>of("materialized", "view", "persist_docs", Map.of("relation", true));
        var description = new Resource.Description("it's so", Map.of(), List.of());
        build(new Planned(Nodes.model("orders", docs, description), names -> "select 1 as n"));
        assertEquals(
                "it's so",
                query(warehouse.open(), "select comment from duckdb_views() where view_name = 'orders'")
                        .value(0, 0));
    }

    /** Sizes in rows and rounds: {@code -Dgrowth.rows=1000000 -Dgrowth.rounds=50} is what the guarantee speaks of. */
    @Test
    void theFileDoesNotGrowWithRebuilding() throws IOException {
        int rows = Integer.getInteger("growth.rows", 50_000);
        int rounds = Integer.getInteger("growth.rounds", 12);
        warehouse.close();
        warehouse = DuckDBCase.file(folder, "growth.duckdb");
        Path file = folder.resolve("growth.duckdb");
        Planned big = table(
                "big",
                names -> "select range as id, md5(range::varchar) as text, random() as n from range(" + rows + ")");
        build(big);
        long first = Files.size(file);
        for (int round = 1; round < rounds; round++) {
            build(big);
        }
        assertTrue(
                Files.size(file) <= 3 * first,
                () -> first + " bytes became " + file.toFile().length());
    }

    private void build(Planned... planned) {
        Session session = warehouse.open();
        createSchema(session);
        Existing existing = existing(session);
        var cuts = new ArrayList<PartStatements>();
        for (Planned one : planned) {
            Blueprint blueprint = blueprint(one);
            Materialization way = Materializations.of(one.model());
            way.candidate(blueprint, existing, warehouse.wording()).forEach(session::execute);
            cuts.add(part(blueprint, existing, way));
        }
        session.begin();
        cuts.forEach(cut -> cut.moves().forEach(session::execute));
        cuts.forEach(cut -> cut.definitions().forEach(session::execute));
        cuts.forEach(cut -> cut.rows().forEach(session::execute));
        session.commit();
        cuts.forEach(cut -> cut.leftovers().forEach(session::execute));
        SpaceRecovery.of(warehouse).statements().forEach(session::execute);
        session.close();
    }

    private PartStatements part(Blueprint blueprint, Existing existing, Materialization way) {
        var candidate = Candidate.of(blueprint, way, existing, warehouse.wording(), List.of());
        return new PartStatements(new PartMaker(existing, false).free(candidate), warehouse.wording());
    }

    private void createSchema(Session session) {
        Statement statement = warehouse
                .wording()
                .statement("make the schema", "create_schema", Map.of("schema", new Identifier("dev")));
        session.execute(statement);
    }

    private Existing existing(Session session) {
        return warehouse.existing(session, List.of("dev"));
    }

    private Blueprint blueprint(Planned planned) {
        return Nodes.blueprint(
                planned.model(),
                warehouse,
                planned.sql().apply(name -> warehouse.candidate(RelationName.of("dev", name))),
                planned.sql().apply(name -> RelationName.of("dev", name)));
    }

    private static Planned table(String name, Function<Function<String, RelationName>, String> sql) {
        return new Planned(Nodes.model(name, Map.of("materialized", "table")), sql);
    }

    private void assertOnly(Map<String, Kind> wanted) {
        Existing existing = existing(warehouse.open());
        assertEquals(wanted.size(), existing.relations().size(), existing::toString);
        wanted.forEach((name, kind) -> assertEquals(Optional.of(kind), existing.kind(RelationName.of("dev", name))));
    }
}

package dev.assay.materialize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.feed.FeedType;
import dev.assay.feed.SeedFile;
import dev.assay.manifest.ColumnSpec;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Resource;
import dev.assay.source.SourceFile;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.duckdb.DuckDBCase;
import dev.assay.warehouse.facet.RelationDrops;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every materialization in every situation, as text per dialect. Nothing is run. */
class WordedTest {

    private static final RelationName ORDERS = RelationName.of("dev", "orders");

    record Situation(
            String file, Materialization materialization, Blueprint blueprint, Existing existing, Warehouse warehouse) {

        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Situation> situations() {
        Warehouse duckdb = DuckDBCase.inMemory();
        Existing nothing = existing(Map.of());
        Blueprint table =
                Nodes.blueprint(Nodes.model("orders", Map.of()), duckdb, "select 1 as a\n", "select 1 as a\n");
        Blueprint view = Nodes.blueprint(
                Nodes.model("orders", Map.of()),
                duckdb,
                "select * from \"dev\".\"x__assay_candidate\"",
                "select * from \"dev\".\"x\"");
        Existing left = existing(
                Map.of(duckdb.candidate(ORDERS), Kind.VIEW, duckdb.retired(ORDERS), Kind.TABLE, ORDERS, Kind.TABLE));
        var materializations = List.of(new TableMaterialization(), new ViewMaterialization());
        return Stream.of(
                new Situation("duckdb/table_first", materializations.get(0), table, nothing, duckdb),
                new Situation(
                        "duckdb/table_over_table",
                        materializations.get(0),
                        table,
                        existing(Map.of(ORDERS, Kind.TABLE)),
                        duckdb),
                new Situation(
                        "duckdb/table_over_view",
                        materializations.get(0),
                        table,
                        existing(Map.of(ORDERS, Kind.VIEW)),
                        duckdb),
                new Situation("duckdb/table_after_a_crash", materializations.get(0), table, left, duckdb),
                new Situation(
                        "duckdb/table_with_comments", materializations.get(0), described(duckdb), nothing, duckdb),
                new Situation("duckdb/view_first", materializations.get(1), view, nothing, duckdb),
                new Situation(
                        "duckdb/view_over_view",
                        materializations.get(1),
                        view,
                        existing(Map.of(ORDERS, Kind.VIEW)),
                        duckdb),
                new Situation(
                        "duckdb/view_over_table",
                        materializations.get(1),
                        view,
                        existing(Map.of(ORDERS, Kind.TABLE)),
                        duckdb),
                new Situation("duckdb/view_with_comments", materializations.get(1), described(duckdb), nothing, duckdb),
                new Situation(
                        "duckdb/view_that_lasts",
                        materializations.get(1),
                        table,
                        existing(Map.of(ORDERS, Kind.VIEW)),
                        duckdb),
                new Situation(
                        "duckdb/seed",
                        new SeedMaterialization(),
                        seed(duckdb),
                        existing(Map.of(ORDERS, Kind.TABLE)),
                        duckdb),
                new Situation("duckdb/ephemeral", new EphemeralMaterialization(), table, nothing, duckdb));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void saysWhatItAlwaysSaid(Situation situation) throws IOException {
        String path = "materialize/" + situation.file() + ".txt";
        String said = said(situation);
        if (System.getProperty("golden", "").equals("update")) {
            Path golden = Path.of("src/test/resources", path);
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, said);
        }
        try (InputStream stream = WordedTest.class.getResourceAsStream("/" + path)) {
            assertEquals(stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8), said);
        }
    }

    private static String said(Situation situation) {
        Materialization way = situation.materialization();
        var sql = situation.warehouse().wording();
        var text = new StringBuilder();
        part(text, "candidate", way.candidate(situation.blueprint(), situation.existing(), sql));
        if (way.product(situation.blueprint(), situation.existing()).isPresent()) {
            cut(text, situation, new PartMaker(situation.existing(), false));
        }
        part(text, "discard", way.discard(situation.blueprint(), sql));
        return text.toString();
    }

    private static void cut(StringBuilder text, Situation situation, PartMaker maker) {
        var sql = situation.warehouse().wording();
        Part part = maker.free(
                Candidate.of(situation.blueprint(), situation.materialization(), situation.existing(), sql, List.of()));
        var statements = new PartStatements(part, sql);
        part(
                text,
                "cut: drops",
                RelationDrops.of(situation.warehouse())
                        .drops("remove the old view", PartStatements.dropped(List.of(part))));
        part(text, "cut: moves", statements.moves());
        part(text, "cut: definitions", statements.definitions());
        part(text, "cut: rows", statements.rows());
        part(text, "leftovers", statements.leftovers());
    }

    private static void part(StringBuilder text, String title, List<Statement> statements) {
        if (!statements.isEmpty()) {
            text.append("== ").append(title).append('\n');
            statements.forEach(statement -> text.append("-- ")
                    .append(statement.purpose())
                    .append('\n')
                    .append(statement.text())
                    .append(";\n"));
        }
    }

    private static Existing existing(Map<RelationName, Kind> relations) {
        return new Existing(new TreeMap<>(relations), Set.of("dev"));
    }

    private static Blueprint described(Warehouse warehouse) {
        var place = new SourceFile("models/orders.yml", "amount").whole();
        var amount = new ColumnSpec(
                "amount", place, "in \"cents\"", Optional.empty(), false, List.of(), Map.of(), List.of());
        var description = new Resource.Description("one row per customer's order", Map.of(), List.of(amount));
        Relational node =
                Nodes.model("orders", Map.of("persist_docs", Map.of("relation", true, "columns", true)), description);
        return Nodes.blueprint(node, warehouse, "select 1 as amount", "select 2 as amount");
    }

    private static Blueprint seed(Warehouse warehouse) {
        var columns = List.of(
                new SeedFile.Column("id", new FeedType.Int()),
                new SeedFile.Column("big", new FeedType.BigInt()),
                new SeedFile.Column("flag", new FeedType.Bool()),
                new SeedFile.Column("price", new FeedType.Decimal(18, 2)),
                new SeedFile.Column("ratio", new FeedType.Floating()),
                new SeedFile.Column("day", new FeedType.Date()),
                new SeedFile.Column("at", new FeedType.Timestamp()),
                new SeedFile.Column("seen", new FeedType.ZonedTimestamp()),
                new SeedFile.Column("the \"name\"", new FeedType.Text()),
                new SeedFile.Column("zip", new FeedType.Declared("varchar(5)")));
        var file = new SeedFile("seeds/orders.csv", "seeds/it's/orders.csv", ';', columns, 3, true, false, 4_000_000);
        return Nodes.blueprint(Nodes.seed("orders", Map.of()), warehouse, file);
    }
}

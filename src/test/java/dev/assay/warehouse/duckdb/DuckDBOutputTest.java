package dev.assay.warehouse.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.warehouse.OutputSettings;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.Warehouses;
import dev.assay.yaml.Yaml;
import dev.assay.yaml.YamlReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuckDBOutputTest {

    @Test
    void aMisspeltFieldIsNamedWhereItStands() {
        List<Diagnostic> problems = problems("{type: duckdb, pth: shop.duckdb}");
        assertEquals(1, problems.size());
        assertEquals(Code.UNKNOWN_KEY, problems.getFirst().code());
        assertEquals("pth", problems.getFirst().span().orElseThrow().text());
        assertEquals("a similar key exists: `path`", problems.getFirst().label());
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        List<Diagnostic> problems =
                problems("{type: duckdb, path: [a], attach: [{alias: b, read_only: perhaps}, c], settings: 3}");
        assertEquals(
                List.of(
                        "`path` in a duckdb output has to be text",
                        "an attached database has to be a mapping",
                        "an attached database has no `path`",
                        "`read_only` in an attached database has to be true or false",
                        "`settings` in a duckdb output has to be a mapping"),
                problems.stream().map(Diagnostic::headline).distinct().toList());
    }

    @Test
    void twoDatabasesOfOneNameAreTold() {
        assertEquals(
                List.of(
                        "`X` is the name of `raw/a.duckdb` already",
                        "`shop` is the name of the output's own database already",
                        "`system` is the name of DuckDB's own catalogue already",
                        "`a` is the name of `a.db` already"),
                problems("{type: duckdb, path: shop.duckdb, attach: [{path: raw/a.duckdb, alias: x}, "
                                + "{path: raw/b.duckdb, alias: X}, {path: old/shop.duckdb}, "
                                + "{path: c.duckdb, alias: system}, {path: a.db}, {path: raw/a.duckdb}]}")
                        .stream()
                        .map(Diagnostic::headline)
                        .toList());
    }

    @Test
    void whatIsNoFileOfThisMachineIsNotMadeOne() {
        for (String path : List.of(
                "md:shop", "motherduck:", "sqlite:a.db", "s3://b/a.duckdb", ":memory:shop", "sales;threads=2")) {
            List<Diagnostic> main = problems("{type: duckdb, path: '" + path + "'}");
            List<Diagnostic> beside = problems("{type: duckdb, attach: [{path: '" + path + "', alias: x}]}");
            assertEquals(
                    List.of(Code.NOT_SUPPORTED),
                    main.stream().map(Diagnostic::code).toList(),
                    path);
            assertEquals(main.getFirst().headline(), beside.getFirst().headline());
            assertEquals(path, main.getFirst().span().orElseThrow().text().replace("'", ""));
        }
    }

    @Test
    void anEmptyPathNamesNothing() {
        assertEquals(
                "`path` is empty",
                problems("{type: duckdb, path: ''}").getFirst().headline());
    }

    @Test
    void anUnknownTypeNamesThoseThatExist() {
        var found = assertThrows(
                ProblemsFound.class,
                () -> Warehouses.make("duckbd", new OutputSettings(mapping("{type: duckbd}"), "")));
        assertEquals(
                "no warehouse is of type `duckbd`", found.problems().getFirst().headline());
        assertEquals(
                List.of("a similar type exists: `duckdb`"),
                found.problems().getFirst().help());
    }

    @Test
    void aSettingThatDuckDBDoesNotKnowIsRefusedInItsWords() {
        try (Warehouse warehouse = DuckDBCase.of("{type: duckdb, settings: {memory_limt: 1GB}}", Path.of(""))) {
            Diagnostic refused = assertThrows(ProblemsFound.class, warehouse::open)
                    .problems()
                    .getFirst();
            assertEquals("DuckDB refuses the setting `memory_limt`", refused.headline());
            assertEquals("memory_limt", refused.span().orElseThrow().text());
            assertTrue(refused.notes().getFirst().startsWith("DuckDB says: Catalog Error: unrecognized configuration"));
        }
    }

    private static List<Diagnostic> problems(String output) {
        return assertThrows(ProblemsFound.class, () -> DuckDBCase.of(output, Path.of("")))
                .problems();
    }

    private static Yaml.Mapping mapping(String text) {
        return (Yaml.Mapping) YamlReader.readText("profiles.yml", text);
    }
}

package dev.assay.warehouse.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.warehouse.Settings;
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
    void anUnknownTypeNamesThoseThatExist() {
        var found = assertThrows(
                ProblemsFound.class, () -> Warehouses.make("duckbd", new Settings(mapping("{type: duckbd}"), "")));
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

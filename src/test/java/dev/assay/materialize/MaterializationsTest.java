package dev.assay.materialize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.warehouse.StandardDialect;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaterializationsTest {

    @Test
    void eachIsFoundByItsName() {
        for (String name : Materializations.ofModels()) {
            assertEquals(
                    name,
                    Materializations.of(Nodes.model("m", Map.of("materialized", name)))
                            .name());
        }
        assertEquals("seed", Materializations.of(Nodes.seed("s", Map.of())).name());
        assertEquals("view", Materializations.of(Nodes.model("m", Map.of())).name());
    }

    @Test
    void anUnknownOneNamesThoseThatExist() {
        var found = assertThrows(
                ProblemsFound.class, () -> Materializations.of(Nodes.model("m", Map.of("materialized", "tabel"))));
        assertEquals(Code.NOT_SUPPORTED, found.problems().getFirst().code());
        assertEquals(
                "this version of assay makes no `tabel` models",
                found.problems().getFirst().headline());
        assertEquals(
                List.of("it makes ephemeral, external, materialized_view, table, view"),
                found.problems().getFirst().notes());
        assertEquals(
                List.of("a similar one exists: `table`"),
                found.problems().getFirst().help());
    }

    @Test
    void aDelimiterIsOneCharacter() {
        var found = assertThrows(
                ProblemsFound.class,
                () -> SeedForm.of(Nodes.seed("s", Map.of("delimiter", "||")), new StandardDialect("none")));
        assertEquals(Code.WRONG_VALUE, found.problems().getFirst().code());
    }
}

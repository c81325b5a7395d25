package dev.assay.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.source.SourceFile;
import dev.assay.template.Call;
import dev.assay.warehouse.duckdb.DuckDBCase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Dialect functions as text. What they give is in the contract: {@code warehouse.kit.FunctionsTest}. */
class FunctionFilesTest {

    private static final Warehouse DUCKDB = DuckDBCase.inMemory();

    @AfterAll
    static void close() {
        DUCKDB.close();
    }

    @Test
    void aListOfValuesIsHashedLikeTheValues() {
        assertEquals(
                print("hash", "a", "b"),
                DUCKDB.dialect().functions().get("hash").call(call("hash", List.of(List.of("a", "b")))));
    }

    @Test
    void wrongArgumentsAreTheUsersMistake() {
        for (List<Object> arguments : List.<List<Object>>of(List.of(), List.of("day"), List.of("day", "a", "b", "c"))) {
            var found = assertThrows(
                    ProblemsFound.class,
                    () -> DUCKDB.dialect().functions().get("datediff").call(call("datediff", arguments)));
            assertEquals(Code.TEMPLATE_ERROR, found.problems().getFirst().code());
            assertEquals(
                    List.of("it is called as dialect.datediff(part, from, to)"),
                    found.problems().getFirst().help());
        }
    }

    private static String print(String name, Object... arguments) {
        return DUCKDB.dialect()
                .functions()
                .get(name)
                .call(call(name, List.of(arguments)))
                .toString();
    }

    private static Call call(String name, List<Object> arguments) {
        return new Call(name, arguments, Map.of(), new SourceFile("models/a.sql", "${x}").whole());
    }
}

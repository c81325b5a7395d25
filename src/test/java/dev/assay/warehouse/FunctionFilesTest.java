package dev.assay.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.source.SourceFile;
import dev.assay.template.Call;
import dev.assay.warehouse.duckdb.DuckDBCase;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every dialect function, run by the engine that it is written for. */
class FunctionFilesTest {

    private static final Warehouse DUCKDB = DuckDBCase.inMemory();
    private static final Session SESSION = DUCKDB.open();

    @AfterAll
    static void close() {
        DUCKDB.close();
    }

    @Test
    void eachGivesWhatItPromises() {
        var expected = new TreeMap<String, String>();
        expected.put("any_value|1", "1");
        expected.put("bool_or|true", "true");
        expected.put("cast_bool_to_text|true", "true");
        expected.put("concat|'a'|'b'|'c'", "abc");
        expected.put("date_trunc|month|timestamp '2024-02-29 10:11:12'", "2024-02-01 00:00:00");
        expected.put("dateadd|month|1|date '2024-01-31'", "2024-02-29 00:00:00");
        expected.put("dateadd|day|-1|date '2024-03-01'", "2024-02-29 00:00:00");
        expected.put("dateadd|quarter|1|date '2024-01-01'", "2024-04-01 00:00:00");
        expected.put("datediff|month|date '2024-01-31'|date '2024-02-01'", "1");
        expected.put("datediff|day|timestamp '2024-01-02 23:00:00'|timestamp '2024-01-01 01:00:00'", "-1");
        expected.put("last_day|date '2024-02-10'|month", "2024-02-29");
        expected.put("last_day|date '2024-02-10'|quarter", "2024-03-31");
        expected.put("length|'äöü'", "3");
        expected.put("listagg|a|', '|a", "x, y");
        expected.put("position|'b'|'abc'", "2");
        expected.put("replace|'abc'|'b'|'x'", "axc");
        expected.put("right|'abc'|2", "bc");
        expected.put("safe_cast|'abc'|integer", "null");
        expected.put("safe_cast|'12'|integer", "12");
        expected.put("split_part|'a-b-c'|'-'|2", "b");
        expected.put("string_literal|it's", "it's");
        expected.forEach((call, value) -> assertEquals(value, String.valueOf(run(call)), call));
    }

    @Test
    void typeNamesAreTypes() {
        assertEquals(
                "[VARCHAR, INTEGER, BIGINT, DOUBLE, DECIMAL(28,6), BOOLEAN, TIMESTAMP, DATE]",
                List.of(
                                "type_string",
                                "type_int",
                                "type_bigint",
                                "type_float",
                                "type_numeric",
                                "type_boolean",
                                "type_timestamp",
                                "type_date")
                        .stream()
                        .map(name -> query("cast(null as " + print(name) + ")")
                                .columns()
                                .getFirst()
                                .type())
                        .toList()
                        .toString());
        assertEquals(
                1,
                query(print("current_timestamp") + " > date '2020-01-01'")
                        .rows()
                        .size());
    }

    @Test
    void hashesDifferWhereAnyValueDiffers() {
        assertEquals(run("hash|1|'a'"), run("hash|1|'a'"));
        assertNotEquals(run("hash|'a'|'b-c'"), run("hash|'a-b'|'c'"));
        assertNotEquals(run("hash|null|''"), run("hash|''|null"));
        assertNotEquals(run("hash|'1:a'"), run("hash|'a'"));
        assertEquals(32, run("hash|null").toString().length());
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

    private static Object run(String call) {
        String[] parts = call.split("\\|");
        return query(print(parts[0], java.util.Arrays.copyOfRange(parts, 1, parts.length, Object[].class)))
                .value(0, 0);
    }

    private static dev.assay.sql.Rows query(String expression) {
        return DuckDBCase.query(SESSION, "select " + expression + " from (values ('x'), ('y')) t(a) limit 1");
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

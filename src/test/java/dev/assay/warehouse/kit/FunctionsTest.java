package dev.assay.warehouse.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.assay.source.SourceFile;
import dev.assay.template.Call;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every dialect function gives on every warehouse what it promises. */
class FunctionsTest extends Contract {

    /** Some warehouses have one type for all whole numbers. */
    private static final String TOO_MANY_DIGITS = "9".repeat(40);

    private static final String HASH_OF_A_AND_1 = "5e04e82f051a53cc3ad3cbb279ebaee5";

    @Test
    void datesAreCountedAlike() {
        assertGives(
                Map.ofEntries(
                        Map.entry("date_trunc|month|cast('2024-02-29 10:11:12' as timestamp)", "2024-02-01"),
                        Map.entry("date_trunc|quarter|cast('2024-02-29 10:11:12' as timestamp)", "2024-01-01"),
                        Map.entry("dateadd|month|1|cast('2024-01-31' as date)", "2024-02-29"),
                        Map.entry("dateadd|day|-1|cast('2024-03-01' as date)", "2024-02-29"),
                        Map.entry("dateadd|quarter|1|cast('2024-01-01' as date)", "2024-04-01"),
                        Map.entry("dateadd|year|-1|cast('2024-02-29' as date)", "2023-02-28"),
                        Map.entry("last_day|cast('2024-02-10' as date)|month", "2024-02-29"),
                        Map.entry("last_day|cast('2024-02-10' as date)|quarter", "2024-03-31")),
                "cast(cast(%s as date) as varchar)");
        assertGives(
                Map.of(
                        "datediff|month|cast('2024-01-31' as date)|cast('2024-02-01' as date)",
                        "1",
                        "datediff|year|cast('2023-12-31' as date)|cast('2024-01-01' as date)",
                        "1",
                        "datediff|day|cast('2024-01-02 23:00:00' as timestamp)|cast('2024-01-01 01:00:00' as"
                                + " timestamp)",
                        "-1"),
                "cast(%s as varchar)");
    }

    @Test
    void textsAreTakenApartAlike() {
        assertGives(
                Map.ofEntries(
                        Map.entry("concat|'a'|'b'|'c'", "abc"),
                        Map.entry("length|'äöü'", "3"),
                        Map.entry("position|'b'|'abc'", "2"),
                        Map.entry("replace|'abc'|'b'|'x'", "axc"),
                        Map.entry("right|'abc'|2", "bc"),
                        Map.entry("split_part|'a-b-c'|'-'|2", "b"),
                        Map.entry("string_literal|it's", "it's"),
                        Map.entry("cast_bool_to_text|1 = 1", "true"),
                        Map.entry("cast_bool_to_text|1 = 2", "false")),
                "cast(%s as varchar)");
    }

    @Test
    void aggregatesGatherAlike() {
        String words = "(select 'x' as a, 1 as n union all select 'y', 2) as t";
        assertEquals("x, y", value(called("listagg", "a", "', '", "a") + " from " + words));
        assertEquals(true, value(called("bool_or", "n = 2") + " from " + words));
        assertEquals(1L, value(called("any_value", "n") + " from " + words + " where n = 1"));
    }

    @Test
    void typeNamesAreTypes() {
        for (String type : List.of("string", "int", "bigint", "float", "numeric", "boolean", "timestamp", "date")) {
            assertEquals(null, value("cast(null as " + called("type_" + type) + ")"), type);
        }
        assertEquals(true, value("cast(" + called("current_timestamp") + " as date) >= cast('2020-01-01' as date)"));
    }

    @Test
    void aCastThatMayFailGivesNothing() {
        Map<String, String> good = new TreeMap<>(Map.of(
                "smallint", "-32768",
                "integer", "2147483647",
                "bigint", "-9223372036854775808",
                "numeric(5,2)", "-999.994",
                "boolean", "false",
                "date", "2024-02-29",
                "timestamp", "2024-02-29 23:59:59"));
        Map<String, List<String>> bad = Map.of(
                "smallint", List.of(TOO_MANY_DIGITS, "x"),
                "integer", List.of(TOO_MANY_DIGITS, "", "1-", "abc"),
                "bigint", List.of(TOO_MANY_DIGITS, "--1"),
                "numeric(5,2)", List.of("999.995", "1e9", "."),
                "boolean", List.of("maybe", ""),
                "date", List.of("2023-02-29", "2023-13-01", "2023-01-32", "soon"),
                "timestamp", List.of("2023-02-29 10:00:00", "2023-01-01 24:60:00", "soon"));
        good.forEach((type, text) -> {
            assertEquals(value("cast('" + text + "' as " + type + ")"), value(tried(text, type)), type + " of " + text);
            bad.get(type).forEach(words -> assertEquals(null, value(tried(words, type)), type + " of " + words));
        });
    }

    private String tried(String text, String type) {
        return called("safe_cast", "cast('" + text + "' as varchar(40))", type);
    }

    @Test
    void hashesDifferWhereAnyValueDiffers() {
        assertEquals(hash("1", "'a'"), hash("1", "'a'"));
        assertNotEquals(hash("'a'", "'b-c'"), hash("'a-b'", "'c'"));
        assertNotEquals(hash("null", "''"), hash("''", "null"));
        assertNotEquals(hash("'1:a'"), hash("'a'"));
        assertNotEquals(hash("'é'"), hash("'e'"));
        assertEquals(32, hash("null").length());
    }

    /** So that a key made on one warehouse finds its row on another. */
    @Test
    void theSameTextHasTheSameHashEverywhere() {
        assertEquals(HASH_OF_A_AND_1, hash("'a'", "1"));
    }

    private String hash(Object... arguments) {
        return value(called("hash", arguments)).toString();
    }

    private void assertGives(Map<String, String> calls, String around) {
        var wrong = new ArrayList<String>();
        calls.forEach((call, expected) -> {
            String[] parts = call.split("\\|");
            String sql = called(parts[0], Arrays.copyOfRange(parts, 1, parts.length, Object[].class));
            Object got = value(around.formatted(sql.replace("%", "%%")).replace("%%", "%"));
            if (!expected.equals(got)) {
                wrong.add(call + " gives " + got + " and not " + expected);
            }
        });
        assertEquals(List.of(), wrong);
    }

    private Object value(String expression) {
        return query("select " + expression).value(0, 0);
    }

    private String called(String name, Object... arguments) {
        var call = new Call(name, List.of(arguments), Map.of(), new SourceFile("models/a.sql", "${x}").whole());
        return warehouse().dialect().functions().get(name).call(call).toString();
    }
}

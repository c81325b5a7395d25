package dev.assay.warehouse.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A value comes out as it went in, and looks the same from every warehouse. */
class ValuesTest extends Contract {

    @Test
    void eachComesPlain() {
        var expected = new TreeMap<String, Object>();
        expected.put("cast(1 as integer)", 1L);
        expected.put("cast(-9223372036854775808 as bigint)", Long.MIN_VALUE);
        expected.put("cast(1.50 as decimal(9, 2))", new BigDecimal("1.50"));
        expected.put(
                "cast('12345678901234567890123456789.123456789' as decimal(38, 9))",
                new BigDecimal("12345678901234567890123456789.123456789"));
        expected.put("cast(0.5 as double precision)", 0.5);
        expected.put("cast('Infinity' as double precision)", Double.POSITIVE_INFINITY);
        expected.put("cast('NaN' as double precision)", Double.NaN);
        expected.put("cast(null as integer)", null);
        expected.put("1 = 1", true);
        expected.put("''", "");
        expected.put(warehouse().dialect().literal("it's \\n é日本 𝛑"), "it's \\n é日本 𝛑");
        expected.put("cast('0001-01-01' as date)", "0001-01-01");
        expected.put("cast('9999-12-31' as date)", "9999-12-31");
        expected.put("cast('1582-10-10' as date)", "1582-10-10");
        expected.put("cast('1962-10-10 12:00:00.25' as timestamp)", "1962-10-10 12:00:00.25");
        expected.put("cast('0001-01-01 00:00:00' as timestamp)", "0001-01-01 00:00:00");
        expected.put("cast('9999-12-31 23:59:59.999999' as timestamp)", "9999-12-31 23:59:59.999999");
        expected.put("cast('2024-03-31 02:30:00' as timestamp)", "2024-03-31 02:30:00");
        var wrong = new ArrayList<String>();
        expected.forEach((sql, value) -> {
            Object got = query("select " + sql + " as v").value(0, 0);
            if (!java.util.Objects.equals(value, got)) {
                wrong.add(sql + " is " + got + " and not " + value);
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void momentsWithAZoneComeInUtc() {
        table("seen", "select cast('2024-01-02 03:04:05.25+02:00' as timestamp with time zone) as at");
        assertEquals(
                "2024-01-02 01:04:05.25+00",
                query("select " + quotedColumn() + " from " + print("seen")).value(0, 0));
    }

    private String quotedColumn() {
        return quote(
                query("select * from " + print("seen")).columns().getFirst().name());
    }

    @Test
    void valuesAreBound() {
        Rows rows = session()
                .query(Statement.of("ask", "select cast(? as varchar), cast(? as varchar), cast(? as bigint)")
                        .with(Arrays.asList("it's \"so\" ? é", null, 3000000000L)));
        assertEquals(
                Arrays.asList("it's \"so\" ? é", null, 3000000000L), rows.rows().getFirst());
    }

    /** The registry writes what it notes like this. */
    @Test
    void typesOfTheRegistryHoldWhatItNotes() {
        session().execute(words("create_environments", Map.of("relation", name("environments"))));
        session()
                .execute(words("insert_environment", Map.of("relation", name("environments")))
                        .with(List.of("dev", "dev", 1L, "2024-02-29 10:11:12.123456", "2024-02-29 10:11:12.123456")));
        Rows rows = session().query(words("read_environments", Map.of("relation", name("environments"))));
        List<Object> row = rows.rows().getFirst();
        assertEquals(List.of("dev", "dev"), row.subList(0, 2));
        assertEquals("active", row.get(4));
        assertEquals("2024-02-29 10:11:12.123456", row.get(5).toString());
    }
}

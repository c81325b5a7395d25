package dev.assay.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.source.SourceFile;
import dev.assay.source.SourceMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourceMapTest {

    private static final SourceFile MACROS = new SourceFile("macros/m.sql", """
        [#macro wrap col]
          round(${col}, 2)
          [#nested]
        [/#macro]
        [#macro each xs]
        [#list xs as x]
          sum(${x}) as ${x}_sum[#sep],[/#sep]
        [/#list]
        [/#macro]
        """);
    private static final List<String> BITS = List.of(
            "select 1",
            "\n",
            "\n",
            "\r\n",
            "  ",
            "\t",
            "${name}",
            "${r\"${x}\"}",
            "[#if true]yes[#else]no[/#if]",
            "[#if true]\n  yes\n[/#if]\n",
            "[#list [1, 2] as i]\n row ${i}\n[/#list]\n",
            "[#list 1..2 as i]${i}, [/#list]",
            "[@m.wrap col=\"a\" /]",
            "[@m.wrap \"b\"] inner ${name}\n[/@m.wrap]",
            "[@m.each xs=[\"p\", \"q\"] /]",
            "[#-- note --]",
            "[#noparse]${raw} [#x]\n[/#noparse]",
            "[#assign s]\n captured ${name}\n[/#assign]",
            "[#assign n = 1]\n",
            "${f(\"q\")}",
            "[@f a=1 /]",
            "[#compress]  a   b\n\n[/#compress]",
            "[#t]",
            "[#lt]",
            " x [#rt]",
            "$",
            "x[1]",
            "\r",
            "--",
            "é",
            "[#switch 1][#case 1]one[#break][#default]d[/#switch]",
            "[#attempt]a${nope}[#recover]b[/#attempt]",
            "[#macro own]\n mine ${name}\n[/#macro]",
            "[@own_ /]");

    private final Templates templates = Templates.of(List.of(new Templates.MacroFile("m", MACROS)));
    private final Callable f = call -> "f(" + call.positional() + call.named() + ")";
    private final Scope scope = new Scope(Map.of("name", "N", "f", f, "own_", f));

    @Test
    void coversTheTextAndCopiesVerbatim() {
        for (int seed = 0; seed < 1500; seed++) {
            String template = template(new Random(seed));
            var sql = templates.render(new SourceFile("models/a.sql", template), scope);
            var map = sql.origin() instanceof Rerendered again ? again.map() : (SourceMap) sql.origin();
            int end = 0;
            for (var piece : map.pieces()) {
                assertEquals(end, piece.start(), "a gap, seed " + seed);
                end = piece.start() + piece.length();
                assertTrue(end <= sql.text().length(), "beyond the text, seed " + seed);
                if (piece.verbatim()) {
                    assertEquals(
                            sql.text().substring(piece.start(), end),
                            piece.written().text(),
                            "seed " + seed);
                }
            }
            assertEquals(sql.text().length(), end, "seed " + seed + ": " + template);
        }
    }

    @Test
    void pointsThroughMacrosAndLoops() {
        var sql = templates.render(
                new SourceFile(
                        "models/a.sql",
                        "select\n  [@m.wrap col=\"amount\" /],\n  custmer_id, [@m.each xs=[\"p\", \"q\"] /]\nfrom t"),
                scope);
        assertEquals("models/a.sql:3:3", where(sql, "custmer_id"));
        assertEquals("macros/m.sql:2:3", where(sql, "round"));
        assertEquals("macros/m.sql:2:9", where(sql, "amount"));
        assertEquals("macros/m.sql:7:20", where(sql, "_sum"));
        assertEquals("models/a.sql:4:1", where(sql, "from"));
    }

    @Test
    void asksNothingTwice() {
        int[] asked = {0};
        Callable once = call -> "call" + ++asked[0];
        var sql = templates.render(
                new SourceFile("a.sql", "[#if true]${once()}[/#if] ${once()} x"), new Scope(Map.of("once", once)));
        assertEquals("call1 call2 x", sql.text());
        assertEquals("a.sql:1:37", where(sql, "x"));
        assertEquals(2, asked[0]);
    }

    private static String where(dev.assay.sql.SqlText sql, String word) {
        return sql.origin().at(sql.text().indexOf(word)).orElseThrow().where();
    }

    private static String template(Random random) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> BITS.get(random.nextInt(BITS.size())))
                .collect(Collectors.joining());
    }
}

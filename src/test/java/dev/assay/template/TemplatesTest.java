package dev.assay.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplatesTest {

    private final List<Call> calls = new ArrayList<>();
    private final Callable ref = call -> {
        calls.add(call);
        return new Printable() {
            @Override
            public String print() {
                return "main."
                        + (call.positional().isEmpty()
                                ? call.named()
                                : call.positional().getFirst());
            }

            @Override
            public Map<String, Object> parts() {
                return Map.of("schema", "main");
            }
        };
    };
    private final Callable config = call -> {
        calls.add(call);
        return null;
    };
    private final Callable trunc = call -> "date_trunc('" + call.positional().get(0) + "', "
            + call.positional().get(1) + ")";
    private final Scope scope =
            new Scope(Map.of("ref", ref, "config", config, "dialect", Map.of("date_trunc", trunc), "n", 1000000));

    private final Templates templates = Templates.of(List.of(macros("money", """
        [#-- Cents as units. --]
        [#macro cents col scale=2]
        round(${col} / 100.0, ${scale})
        [/#macro]
        [#function to_cents col][#return "(" + col + " * " + text.hundred() + ")"][/#function]
        """), macros("text", """
            [#function hundred][#return 100][/#function]
            """)));

    @Test
    void callsMacrosFunctionsAndNames() {
        String text = render("""
            [@config materialized="table" tags=["a", "b"] size=12 /]
            select [@money.cents col="amount" /], ${money.to_cents("x")}, ${n}, ${dialect.date_trunc("day", "at")}
            from ${ref("orders")} as ${ref("a").schema}
            """);
        assertEquals("""
            select round(amount / 100.0, 2)
            , (x * 100), 1000000, date_trunc('day', at)
            from main.orders as main
            """, text);
        assertEquals(
                Map.of("materialized", "table", "tags", List.of("a", "b"), "size", 12L),
                calls.get(0).named());
        assertEquals("${ref(\"orders\")}", calls.get(1).place().text());
    }

    @Test
    void tellsWhatMacroFilesDefine() {
        var signatures = templates.signatures();
        assertEquals(
                List.of("cents", "to_cents", "hundred"),
                signatures.stream().map(MacroSignature::name).toList());
        assertEquals(List.of("col", "scale"), signatures.getFirst().parameters());
        assertEquals("Cents as units.", signatures.getFirst().description());
    }

    @Test
    void knowsWhereEachCallStands() {
        render("""
            ${ref("a")} ${ref("b")} ${ref("c")?upper_case}
            [#if ref("d") == ref("e")]x[#elseif ref("f") == ""]y[/#if]
            [#list [ref("g")] as g]${g}[/#list][#assign x = ref('h', "i")]
            [@ref name="j" /][@config
              a=1 /]
            ${dialect.date_trunc(ref("k"), "l")}\
            """);
        assertEquals(
                List.of(
                        "1:1 ${ref(\"a\")}",
                        "1:13 ${ref(\"b\")}",
                        "1:27 ref(\"c\")",
                        "2:6 ref(\"d\")",
                        "2:18 ref(\"e\")",
                        "2:37 ref(\"f\")",
                        "3:9 ref(\"g\")",
                        "3:49 ref('h', \"i\")",
                        "4:1 [@ref name=\"j\" /]",
                        "4:18 [@config\n  a=1 /]",
                        "6:22 ref(\"k\")"),
                calls.stream()
                        .map(call -> call.place().line() + ":" + call.place().column() + " "
                                + call.place().text())
                        .toList());
    }

    @Test
    void pointsIntoMacroFilesForTheirCalls() {
        var made = Templates.of(List.of(macros("m", "[#macro a x]\n${ref(x)}[/#macro]\n[#assign top = ref('top')]")));
        made.render(new SourceFile("a.sql", "[@m.a x=\"b\" /]"), scope);
        assertEquals(
                List.of("macros/m.sql:3:16", "macros/m.sql:2:1"),
                calls.stream().map(call -> call.place().where()).toList());
    }

    @Test
    void rendersPiecesOfABiggerFile() {
        var file = new SourceFile("a.yml", "x: ${ref(\"a\")}\ny: ${nope}");
        assertEquals("main.a", templates.renderText(file.span(3, 14), scope));
        assertEquals("a.yml:1:4", calls.getFirst().place().where());
        var wrong = assertThrows(ProblemsFound.class, () -> templates.renderText(file.span(18, 25), scope));
        assertEquals(
                "a.yml:2:6", wrong.problems().getFirst().span().orElseThrow().where());
        var decoded =
                assertThrows(ProblemsFound.class, () -> templates.renderText("a ${nope}", file.span(0, 14), scope));
        assertEquals(file.span(0, 14), decoded.problems().getFirst().span().orElseThrow());
    }

    @Test
    void letsWhatACallableThrowsSurface() {
        var problem = Diagnostic.error(Code.UNKNOWN_REF, "no such model");
        Callable failing = call -> {
            throw new ProblemsFound(problem);
        };
        for (String text : List.of(
                "${f()}",
                "[#if f() == 1][/#if]",
                "[@f /]x",
                "${[1]?map(x -> f())?first}",
                "[#attempt]${f()}[#recover][/#attempt]")) {
            var found = assertThrows(
                    ProblemsFound.class,
                    () -> templates.render(new SourceFile("a.sql", text), new Scope(Map.of("f", failing))));
            assertEquals(List.of(problem), found.problems(), text);
        }
    }

    @Test
    void handsPlainValuesToAndFro() {
        render("[#assign x = 1 + 1]${ref(x, 1.5, true, [1, \"a\"], {\"k\": x / 4})}${ref({\"named\": x})}[@ref when=x"
                + " * 2 /]");
        assertEquals(
                List.of(
                        2L,
                        new java.math.BigDecimal("1.5"),
                        true,
                        List.of(1L, "a"),
                        Map.of("k", new java.math.BigDecimal("0.5"))),
                calls.get(0).positional());
        assertEquals(Map.of("named", 2L), calls.get(1).named());
        assertEquals(Map.of("when", 4L), calls.get(2).named());
    }

    @Test
    void printsTheSameEverywhere() {
        assertEquals(
                "1000000 0.333333333333 true 12345678901234567890",
                render("${n} ${1/3} ${1 == 1} ${12345678901234567890}"));
    }

    private String render(String text) {
        return templates.render(new SourceFile("models/a.sql", text), scope).text();
    }

    private static Templates.MacroFile macros(String namespace, String text) {
        return new Templates.MacroFile(namespace, new SourceFile("macros/" + namespace + ".sql", text));
    }
}

package dev.assay.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
                return "main." + call.positional().getFirst();
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
    private final Callable trunc = call -> "date_trunc('" + call.positional().get(0) + "', " + call.positional().get(1) + ")";
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
        assertEquals(
                """
                select round(amount / 100.0, 2)
                , (x * 100), 1000000, date_trunc('day', at)
                from main.orders as main
                """,
                text);
        assertEquals(Map.of("materialized", "table", "tags", List.of("a", "b"), "size", 12L), calls.get(0).named());
        assertEquals("${ref(\"orders\")}", calls.get(1).place().text());
    }

    @Test
    void tellsWhatMacroFilesDefine() {
        var signatures = templates.signatures();
        assertEquals(List.of("cents", "to_cents", "hundred"), signatures.stream().map(Signature::name).toList());
        assertEquals(List.of("col", "scale"), signatures.getFirst().parameters());
        assertEquals("Cents as units.", signatures.getFirst().description());
    }

    private String render(String text) {
        return templates.render(new SourceFile("models/a.sql", text), scope).text();
    }

    private static Templates.MacroFile macros(String namespace, String text) {
        return new Templates.MacroFile(namespace, new SourceFile("macros/" + namespace + ".sql", text));
    }
}

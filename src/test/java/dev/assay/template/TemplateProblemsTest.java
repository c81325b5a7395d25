package dev.assay.template;


import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.source.SourceFile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateProblemsTest {

    private static final Callable REF = call -> "main." + call.positional().getFirst();
    private static final Callable CONFIG = call -> "";
    private static final Scope SCOPE = new Scope(Map.of(
            "ref", REF, "config", CONFIG, "vars", Map.of("start_date", "x"), "l", List.of(1), "dialect", Map.of("f", REF)));

    private final Templates templates = Templates.of(
            List.of(
                    macros("money", """
                    [#macro cents col scale=2]
                    round(${col} / 100.0, ${scale}) ${nothing!}
                    [/#macro]
                    [#macro broken]
                      ${missing}
                    [/#macro]
                    [#function to_cents col][#return col + " * 100"][/#function]
                    [#function none][/#function]
                    """),
                    macros("loops", """
                    [#macro a][@b /][/#macro]
                    [#macro b]
                      x
                      [@a /]
                    [/#macro]
                    """)),
            new Limits(Duration.ofMillis(150), 100_000));

    @ParameterizedTest
    @ValueSource(strings = {"a\n[#if x]\n foo","[#if true]a[/#list]","[#list 1..3 as x]a[/#if]","[/#if]","[#iff x]","${foo","${}","a ${x?nope}","[#if 3 >= 2]a[/#if]","[#if a and b]x[/#if]","${a b}","[@foo","[@config a=1]","[#else]","x['[@user]']","'[#FF00FF]'","${\"abc}","${'x'","${1/0}","${'abc'?substring(5)}","${foo}","${vars.start_dat}","${vars.nope.b}","[@nope /]","[@cents /]","[@money.cent /]", "[@money.cents /]", "a [@money.cents cool=1 col=2 /]","[@money.cents 1 2 3 /]","${money.cents(1)}","[@money.to_cents col=1 /]","${money.to_cents()}","${money.to_cents(1, 2)}","${money.none()}","x\n [@money.broken /]", "${nope()}","${ref}","${vars}","${l}","${1 + vars}",
        "${config(materialized=\"x\", b=\"y\")}","[@config \"x\" /]","[@config a=nope /]","[@config a=1]x[/@config]", "[@vars /]","[#include \"x\"]","[#import \"x\" as y]","${\"freemarker.template.utility.Execute\"?new()(\"id\")}","${vars?api.x}","[#if \"a\"]x[/#if]","${\"a\"?number}","[#list 5 as x]${x}[/#list]","[#stop \"no\"]","[#assign x]a","[#macro a]x", "[#-- foo", "[#noparse]foo","a[#if]b[/#if]","[#return 1]","[#nested]","[#break]","${ref('a')['b']}","${\"${nope}\"}","${'nope'?eval}", "[@'[#list 1.. as x][/#list]'?interpret /]", "[#ftl output_format='HTML']a","x[#setting number_format='0.0']", "${.data_model.foo}", "${ref('a', nope)}", "${ref(vars.start_dat)}", "${raf('x')}", "${(vars.a.b)}", "${dialect.g(1)}", "${money}", "[#list l as element]${elemen}[/#list]",
        "a\n[#list 1.. as x][/#list]", "[#list 1.. as x]${x}[/#list]", "[@loops.a /]", "[#macro again]\n[@again /][/#macro][@again /]", "[#function f x][#return f(x)][/#function]a ${f(1)}", "${(1..)?filter(x -> x < 0)?first}", "[#list 1.. as x][@money.cents col=x /][/#list]", "${''?left_pad(2000000000)}", "[#assign s='xxxxxxxxxx'][#list 1.. as i][#assign s = s + s][/#list]", "${money.to_cents(money)}", "${ref(money.to_cents)}", "[#attempt]${nope}[#recover]ok[/#attempt]", "${l[7]}", "${\n  foo\n}" })
    void show(String template) {
        System.out.println("=== " + template.replace("\n", "\\n"));
        try { System.out.println("OK " + templates.render(new SourceFile("models/a.sql", template), SCOPE).text());
        } catch (ProblemsFound found) {
        for (Diagnostic d : found.problems()) System.out.println(d.code().word() + ": " + d.headline() + "\n   @ " + d.span().get().where() + " «" + d.span().get().text().replace("\n", "\\n") + "»" + d.others().stream().map(o -> "\n   other " + o.span().where() + " «" + o.span().text() + "» " + o.label()).toList() + " help " + d.help() + d.notes()); }
    }

    private static Templates.MacroFile macros(String namespace, String text) {
        return new Templates.MacroFile(namespace, new SourceFile("macros/" + namespace + ".sql", text));
    }
}

package dev.assay.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.diagnostic.ProblemsFound;
import dev.assay.source.Origin;
import dev.assay.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the short way gives is what FreeMarker gives: text, calls, places, problems. */
class PlainRenderingTest {

    private static final List<String> BITS = List.of(
            "select 1",
            "\n",
            "\n",
            "\n",
            "\r\n",
            " ",
            "  ",
            "\t",
            "${this}",
            "${ref(\"a\")}",
            "${ref('b', \"c d\")}",
            "${ref( \"a\" , 'b' )}",
            "${none()}",
            "${count(\"x\")}",
            "[@config a=\"x\" /]",
            "[@config a=\"x\" b=[\"y\", 'z'] /]",
            "[@config\n  a=true\n\tb=12 /]",
            "[@config /]",
            "[@config/]",
            "[@print a=[1, false] /]",
            "[@print a='' b=\"\"/]",
            "$",
            "[",
            "x[1]",
            "{'a': 1}",
            "'",
            "\"",
            "-- c",
            "]",
            "/",
            "@",
            "#",
            ",\n  b",
            "\f",
            "\u00a0",
            "\u2003",
            "é",
            "$1");

    private static final List<String> BEGINNINGS =
            List.of("", "[#-- why --]", "[#-- ${none()} [@config /] ] -- --]", "[#--\n  two\r\n--]", "[#----]");

    private final Engine engine = engine();

    /** One rendering, seen from outside. */
    private record Seen(String text, List<Call> calls, List<String> origins, List<String> problems) {}

    @Test
    void givesWhatFreeMarkerGives() {
        int plain = 0;
        for (int seed = 0; seed < 4000; seed++) {
            String template = template(new Random(seed));
            TemplateSource written = TemplateSource.whole(new SourceFile("models/a.sql", template));
            if (PlainReader.read(template).isPresent()) {
                plain++;
                assertEquals(byFreeMarker(written), shortWay(written), "seed " + seed + ": " + template);
            }
        }
        assertTrue(plain > 3300, "too few plain templates: " + plain);
    }

    @Test
    void handsOverWithTheAnswersGivenSoFar() {
        var calls = new ArrayList<Call>();
        String text = "${ref(\"a\")} ${list()?join(\",\")} ${half()}";
        var written = TemplateSource.whole(new SourceFile("a.sql", text.replace("?join(\",\")", "")));
        var recording = CallRecording.empty();
        assertTrue(PlainRendering.of(written, scope(calls), recording).isEmpty());
        assertEquals(List.of("ref", "list"), calls.stream().map(Call::name).toList());
        assertEquals(
                "main.a 1,2 0.5",
                Rendering.text(
                        engine, TemplateSource.whole(new SourceFile("a.sql", text)), scope(calls), recording.again()));
        assertEquals(
                List.of("ref", "list", "half"), calls.stream().map(Call::name).toList());
    }

    @Test
    void leavesAllElseToFreeMarker() {
        for (String other : List.of(
                "[#if x]a[/#if]",
                "${a.b}",
                "${a!}",
                "${ref(\"a\\n\")}",
                "${ref(\"${b}\")}",
                "[@a.b /]",
                "[@a b=1]c[/@a]",
                "[@a b=c /]",
                "[@a b=\"x\"c=\"y\" /]",
                "[@a b=1 b=2 /]",
                "[@a b=1.5 /]",
                "[@a b=-1 /]",
                "a\rb",
                "[#-- x",
                "[#-- x --> --]",
                "[#--]",
                "[#-- x --] ",
                " [#-- x --] a",
                "[#-- x --]a[#-- x --]",
                "${true}",
                "${ref(1)}",
                "${",
                "[@a",
                "${ref(\"a\")",
                "[/@a]",
                "[@a b=[] /]",
                "[@a b={} /]",
                "[@a \"x\" /]")) {
            assertFalse(PlainReader.read(other).isPresent(), other);
        }
    }

    private Seen shortWay(TemplateSource written) {
        var calls = new ArrayList<Call>();
        try {
            var sql = PlainRendering.of(written, scope(calls), CallRecording.empty())
                    .orElseThrow();
            return new Seen(sql.text(), calls, origins(sql.text(), sql.origin()), List.of());
        } catch (ProblemsFound found) {
            return new Seen("", calls, List.of(), List.of(found.problems().toString()));
        }
    }

    private Seen byFreeMarker(TemplateSource written) {
        var calls = new ArrayList<Call>();
        try {
            var recording = CallRecording.empty();
            String text = Rendering.text(engine, written, scope(calls), recording);
            return new Seen(
                    text,
                    calls,
                    origins(text, Rendering.map(engine, written, scope(new ArrayList<>()), recording)),
                    List.of());
        } catch (ProblemsFound found) {
            return new Seen("", calls, List.of(), List.of(found.problems().toString()));
        }
    }

    private static List<String> origins(String text, Origin origin) {
        return IntStream.range(0, text.length())
                .mapToObj(offset -> origin.at(offset).orElseThrow() + "-"
                        + origin.at(offset).orElseThrow().end())
                .toList();
    }

    private static String template(Random random) {
        String beginning = BEGINNINGS.get(random.nextInt(BEGINNINGS.size()));
        return IntStream.range(0, random.nextInt(14))
                .mapToObj(i -> BITS.get(random.nextInt(BITS.size())))
                .collect(Collectors.joining("", beginning, ""));
    }

    private static Scope scope(List<Call> calls) {
        Printable relation = () -> "\"main\".\"this\"";
        return new Scope(Map.of(
                "this", relation,
                "ref", recorded(calls, call -> "main." + call.positional().getFirst()),
                "none", recorded(calls, call -> ""),
                "count", recorded(calls, call -> 12L),
                "config", recorded(calls, call -> null),
                "print", recorded(calls, call -> "<" + call.named() + ">"),
                "list", recorded(calls, call -> List.of(1, 2)),
                "half", recorded(calls, call -> 0.5)));
    }

    private static Callable recorded(List<Call> calls, Callable callable) {
        return call -> {
            calls.add(call);
            return callable.call(call);
        };
    }

    private static Engine engine() {
        var parser = new TemplateParser();
        return Engine.of(parser, Library.of(List.of(), parser), RenderLimits.USUAL);
    }
}

package dev.assay.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.source.SourceFile;
import dev.assay.source.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TemplateProblemsTest {

    private static final Callable REF = call -> "main." + call.positional().getFirst();
    private static final Callable CONFIG = call -> "";
    private static final Scope SCOPE = new Scope(Map.of(
            "ref",
            REF,
            "config",
            CONFIG,
            "vars",
            Map.of("start_date", "x"),
            "l",
            List.of(1),
            "dialect",
            Map.of("f", REF)));

    private final Templates templates = Templates.of(
            List.of(macros("money", """
                [#macro cents col scale=2]
                round(${col} / 100.0, ${scale}) ${nothing!}
                [/#macro]
                [#macro broken]
                  ${missing}
                [/#macro]
                [#function to_cents col][#return col + " * 100"][/#function]
                [#function none][/#function]
                [#macro quiet][#assign x = 1][/#macro]
                """), macros("loops", """
                    [#macro a][@b /][/#macro]
                    [#macro b]
                      x
                      [@a /]
                    [/#macro]
                    """)), new RenderLimits(Duration.ofMillis(300), 10_000));

    @TestFactory
    Stream<DynamicTest> tellsEachProblem() throws IOException {
        var cases = new ArrayList<DynamicTest>();
        for (String block : text().split("\\n====\\n", -1)) {
            int rule = block.indexOf("\n----\n");
            if (rule >= 0) {
                String template = block.substring(0, rule);
                String expected = block.substring(rule + 6);
                cases.add(DynamicTest.dynamicTest(template, () -> assertEquals(expected, told(template))));
            }
        }
        return cases.stream();
    }

    @Test
    void collectsTheSyntaxErrorsOfAllMacroFiles() {
        var files =
                List.of(macros("a", "[#if x]"), macros("b", "[#macro m][/#macro]"), macros("c", "${"), macros("b", ""));
        var found = assertThrows(ProblemsFound.class, () -> Templates.of(files));
        assertEquals(
                List.of("template-syntax macros/a.sql", "template-syntax macros/c.sql", "duplicate-name macros/b.sql"),
                found.problems().stream()
                        .map(problem -> problem.code().word() + " "
                                + problem.span().orElseThrow().file().path())
                        .toList());
    }

    @Test
    void letsAThreadGoOnAfterAnInterruption() {
        told("[#list 1.. as x][/#list]");
        assertFalse(Thread.currentThread().isInterrupted());
        assertEquals("ok", told("[#if true]ok[/#if]"));
    }

    private String told(String template) {
        try {
            return templates
                    .render(new SourceFile("models/a.sql", template), SCOPE)
                    .text();
        } catch (ProblemsFound found) {
            return found.problems().stream().map(TemplateProblemsTest::drawn).collect(Collectors.joining("\n"));
        }
    }

    private static String drawn(Diagnostic problem) {
        var lines = new StringBuilder(problem.code().word() + ": " + problem.headline());
        lines.append("\n  at ").append(drawn(problem.span().orElseThrow()));
        problem.others()
                .forEach(other ->
                        lines.append("\n  ").append(other.label()).append(' ').append(drawn(other.span())));
        problem.notes().forEach(note -> lines.append("\n  note: ").append(note));
        problem.help().forEach(help -> lines.append("\n  help: ").append(help));
        return lines.toString();
    }

    private static String drawn(Span span) {
        return span.where() + " " + span.text().replace("\n", "\\n");
    }

    private static String text() throws IOException {
        try (var stream = TemplateProblemsTest.class.getResourceAsStream("problems.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Templates.MacroFile macros(String namespace, String text) {
        return new Templates.MacroFile(namespace, new SourceFile("macros/" + namespace + ".sql", text));
    }
}

package dev.assay.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.source.SourceFile;
import dev.assay.template.Templates;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaseScopeTest {

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private Project project;

    @BeforeEach
    void setUp() {
        sandbox = Sandbox.sound(folder)
                .file(
                        "assay_project.yml",
                        Sandbox.PROJECT + "vars: {days: 3, stores: [a, b], none: , shop: {days: 4, deep: {x: y}}}\n")
                .typed(Sandbox.vars("{lines: 7, days: 5}"))
                .set("WHO", "me");
        project = sandbox.read();
    }

    private String render(String text) {
        var file = new SourceFile("m.sql", text);
        return Templates.of(List.of()).renderText(file.whole(), project.scope());
    }

    private Diagnostic problem(String text) {
        return assertThrows(ProblemsFound.class, () -> render(text)).problems().getFirst();
    }

    @Test
    void theCommandLineComesBeforeTheProjectsOwnScopeBeforeTheRest() {
        assertEquals("5 7 b y", render("${var('days')} ${var('lines')} ${var('stores')[1]} ${var('deep').x}"));
        sandbox.typed(Invocation.Options.NONE);
        project = sandbox.read();
        assertEquals("4", render("${var('days')}"));
    }

    @Test
    void aDefaultStandsInForWhatIsNotSet() {
        assertEquals("x me y", render("${var('nothing', 'x')} ${env_var('WHO')} ${env_var('WHOM', 'y')}"));
    }

    @Test
    void whatIsNotSetIsToldWithItsPlaceAndWhatIs() {
        Diagnostic found = problem("select\n ${var('day')}");
        assertEquals(Code.MISSING_VARIABLE, found.code());
        assertEquals("m.sql:2:2", found.span().orElseThrow().where());
        assertEquals(List.of("a similar name is set: `days`"), found.notes());
        Diagnostic environment = problem("${env_var('NOT_SET')}");
        assertEquals("environment variable `NOT_SET` is not set", environment.headline());
        assertEquals("", environment.label());
    }

    @Test
    void theTargetAndTheMoment() {
        assertEquals(
                "dev duckdb main 4 shop shop.duckdb",
                render("${target.name} ${target.type} ${target.schema} ${target.threads} ${target.profile_name}"
                        + " ${target.path}"));
        assertEquals(
                "2026-11-21 10:20:30.000000+00:00 2026-11-21 21",
                render("${run_started_at} ${run_started_at.date} ${run_started_at.day}"));
        assertEquals("id-1 shop true", render("${invocation_id} ${project_name} ${flags.full_refresh?c}"));
    }

    @Test
    void secretsOfTheTargetAreNoPartOfIt() {
        sandbox.file("profiles.yml", "shop: {outputs: {dev: {type: d, schema: s, password: hunter22}}}\n");
        project = sandbox.read();
        assertTrue(problem("${target.password}").isError());
    }

    @Test
    void templatesCanSpeakAndStop() {
        assertEquals("ab", render("a${log('hello')}b"));
        render("${warn('careful')}");
        assertEquals(List.of("m.sql:1:2 log hello", "m.sql:1:1 warn careful"), sandbox.said);
        Diagnostic found = problem("${fail('no stores are left')}");
        assertEquals(Code.TEMPLATE_ERROR, found.code());
        assertEquals("no stores are left", found.headline());
    }

    @Test
    void callsWithWrongArgumentsAreTold() {
        assertEquals(
                "`env_var` takes name, default",
                problem("${env_var('a', 'b', 'c')}").headline());
        assertEquals("`var` needs a name", problem("${var()}").headline());
    }

    @Test
    void whatWasReadIsNoted() {
        render("${var('days')} ${var('gone', 1)} ${env_var('WHO')}");
        assertEquals(List.of("days", "gone"), project.reads().variables());
        assertEquals(List.of("WHO"), project.reads().environment());
    }

    @Test
    void typedVariablesHaveToBeAMapping() {
        sandbox.typed(Sandbox.vars("3"));
        assertEquals(
                "--vars has to be a mapping", sandbox.problem(Code.WRONG_VALUE).headline());
        sandbox.typed(Sandbox.vars("{a: "));
        assertEquals(
                "--vars",
                sandbox.problem(Code.YAML_SYNTAX).span().orElseThrow().file().path());
        sandbox.typed(Sandbox.vars("{\"a\": {\"b\": [1, true]}}"));
        project = sandbox.read();
        assertEquals("1", render("${var('a').b[0]}"));
    }
}

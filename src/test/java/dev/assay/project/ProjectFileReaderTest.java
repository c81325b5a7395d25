package dev.assay.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.project.SourceTree.Kind;
import dev.assay.yaml.Yaml;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFileReaderTest {

    @TempDir
    private Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void setUp() {
        sandbox = Sandbox.sound(folder);
    }

    private Sandbox more(String text) {
        return sandbox.file("assay_project.yml", Sandbox.PROJECT + text);
    }

    private Diagnostic problem(String text, Code code) {
        return more(text).problem(code);
    }

    @Test
    void aProjectOfThreeLinesHasAllThatIsUsual() {
        ProjectFile file = sandbox.read().file();
        assertEquals("shop", file.name());
        assertEquals("1.0", file.version());
        assertEquals(Optional.of("shop"), file.profile());
        assertEquals(List.of("models"), paths(file, Kind.MODEL));
        assertEquals(List.of("docs"), paths(file, Kind.DOC));
        assertEquals(new ProjectFile.Quality(Optional.empty(), 20, 400, 24), file.quality());
        assertEquals("passing", file.publish());
        assertEquals("before", file.gate());
        assertEquals("target", file.targetPath());
        assertEquals(List.of("target"), file.cleanTargets());
        assertEquals(folder.resolve("target"), sandbox.read().targetFolder());
    }

    @Test
    void everyWordIsRead() {
        more("""
            config-version: 2
            model-paths: [models, more]
            vars: {lookback_days: 3, who: "${env_var('WHO', 'me')}", shop: {depth: [1, {a: b}]}}
            on-run-start: "select 1"
            on-run-end: ["grant on ${target.schema}", select 2]
            models:
              shop:
                +materialized: "${var('kind', 'view')}"
                +pre-hook: "delete from ${this}"
                gold: {+tags: [gold], enabled: "${env_var('GOLD', 'true')}"}
            quality: {schema: "${target.schema}_q", sample_limit: 5, keep_days: 7, keep_candidates: 2 days}
            publish: all
            gate: strict
            timezone: Etc/UTC
            target-path: build
            clean-targets: [build, out]
            flags: {debug: true, warn_error: false, indirect_selection: eager}
            quoting: {identifier: true}
            query-comment: hello
            dispatch: [{macro_namespace: x, search_order: [shop]}]
            tests: {+severity: warn}
            """);
        ProjectFile file = sandbox.read().file();
        assertEquals(List.of("models", "more"), paths(file, Kind.MODEL));
        assertEquals(
                Map.of("lookback_days", 3L, "who", "me", "shop", Map.of("depth", List.of(1L, Map.of("a", "b")))),
                file.vars());
        assertEquals(
                List.of("grant on ${target.schema}", "select 2"),
                file.onRunEnd().stream().map(Yaml.Scalar::written).toList());
        assertEquals(
                Map.of(
                        "shop",
                        Map.of(
                                "+materialized",
                                "view",
                                "+pre-hook",
                                "delete from ${this}",
                                "gold",
                                Map.of("+tags", List.of("gold"), "enabled", true))),
                file.configs().get("models").plain());
        assertEquals(
                Map.of("+severity", "warn"), file.configs().get("data_tests").plain());
        assertEquals(new ProjectFile.Quality(Optional.of("main_q"), 5, 7, 48), file.quality());
        assertEquals("all", file.publish());
        assertEquals("strict", file.gate());
        assertEquals(List.of("build", "out"), file.cleanTargets());
        assertEquals(Map.of("debug", true, "warn_error", false, "indirect_selection", "eager"), file.flags());
        assertEquals(
                List.of(
                        "`query-comment` is not implemented yet and has no effect",
                        "`dispatch` is not implemented yet and has no effect",
                        "`keep_days` is not implemented yet and has no effect",
                        "`debug` is not implemented yet and has no effect"),
                file.warnings().stream().map(Diagnostic::headline).toList());
        assertEquals(folder.resolve("build"), sandbox.read().targetFolder());
    }

    @Test
    void theQualitySchemaFollowsTheTargetTheSettingAndThePrefix() {
        assertEquals("main_quality", sandbox.read().qualitySchema());
        more("quality: {schema: \"${target.schema}_q\"}\n");
        assertEquals("main_q", sandbox.read().qualitySchema());
        assertEquals(
                "obs_main_q",
                sandbox.set("OBSERVABILITY_SCHEMA_PREFIX", "obs").read().qualitySchema());
    }

    @Test
    void misspeltKeysAndDbtsOldOnesAreTold() {
        Diagnostic typo = problem("model-path: [x]\n", Code.UNKNOWN_KEY);
        assertEquals("unknown key `model-path` in assay_project.yml", typo.headline());
        assertEquals("a similar key exists: `model-paths`", typo.label());
        Diagnostic old = problem("source-paths: [x]\n", Code.UNKNOWN_KEY);
        assertEquals(List.of("it is called `model-paths` now"), old.help());
        assertEquals(
                "unknown key `sampel_limit` in `quality`",
                problem("quality: {sampel_limit: 3}\n", Code.UNKNOWN_KEY).headline());
    }

    @Test
    void aSettingThatReadsAsAFolderIsTold() {
        Diagnostic found = problem("models:\n  shop:\n    meta: {owner: me}\n", Code.UNKNOWN_KEY);
        assertEquals("`meta` in `models` reads as a folder", found.headline());
        assertEquals(List.of("write `+meta` to make it a setting"), found.help());
        assertTrue(
                more("models:\n  docs: {+tags: [x]}\n").read().file().configs().containsKey("models"));
    }

    @Test
    void wrongValuesAreCollected() {
        more("""
            publish: some
            timezone: Mars
            quality: {keep_days: x, keep_candidates: long}
            quoting: {schema: false}
            """);
        assertEquals(
                List.of(
                        "`keep_days` in `quality` has to be a whole number, 1 or more",
                        "`keep_candidates` in `quality` has to be a time",
                        "`publish` in assay_project.yml has to be one of `passing`, `all`, `each`, `none`",
                        "`timezone` in assay_project.yml has to be a time zone",
                        "`schema` in `quoting` has to be true"),
                sandbox.problems().stream().map(Diagnostic::headline).toList());
    }

    @Test
    void keysThatWouldMakeAnotherRunAreRefusedWhileNothingActsOnThem() {
        more("""
            timezone: Europe/Berlin
            flags: {warn_error: "${env_var('STRICT', 'true')}", fail_fast: true, use_colors: false}
            """);
        assertEquals(
                List.of(
                        "`fail_fast` is not implemented yet and has no effect",
                        "`warn_error` is not implemented yet and has no effect",
                        "`timezone` is not implemented yet and has no effect"),
                sandbox.problems().stream().map(Diagnostic::headline).toList());
        assertEquals(
                List.of("remove it, and give the command --warn-error, or set ASSAY_WARN_ERROR"),
                sandbox.problems().get(1).help());
    }

    @Test
    void aNameIsThereAndIsAWord() {
        sandbox.file("assay_project.yml", "profile: shop\n");
        assertEquals(
                "assay_project.yml has no `name`",
                sandbox.problem(Code.MISSING_KEY).headline());
        sandbox.file("assay_project.yml", "name: my shop\nprofile: shop\n");
        assertEquals(
                "`name` in assay_project.yml has to be a word",
                sandbox.problem(Code.WRONG_VALUE).headline());
        sandbox.file("assay_project.yml", "name: shop\n");
        assertEquals(
                "assay_project.yml has no `profile`",
                sandbox.problem(Code.MISSING_KEY).headline());
        sandbox.file("assay_project.yml", "- name\n");
        assertEquals(
                "assay_project.yml has to be a mapping",
                sandbox.problem(Code.WRONG_VALUE).headline());
    }

    @Test
    void writtenPathsStayInsideAndThoseOfVariablesNeedNot() {
        Diagnostic found = problem("seed-paths: [../feeds]\n", Code.PATH_OUTSIDE_PROJECT);
        assertEquals("`../feeds` leads out of the project", found.headline());
        assertEquals("../feeds", found.span().orElseThrow().text());
        problem("target-path: /var/x\n", Code.PATH_OUTSIDE_PROJECT);
        problem("clean-targets: [\"${env_var('X', '../x')}\"]\n", Code.PATH_OUTSIDE_PROJECT);
        more("seed-paths: [\"${env_var('DATA_DIR', 'seeds')}\"]\n").set("DATA_DIR", "../feeds");
        assertEquals(List.of("../feeds"), paths(sandbox.read().file(), Kind.SEED));
        sandbox.set("DATA_DIR", "");
        assertEquals("a path is empty", sandbox.problem(Code.WRONG_VALUE).headline());
    }

    @Test
    void missingVariablesOfBothKindsHaveTheirPlace() {
        Diagnostic variable = problem("vars: {depth: 1}\ngate: \"${var('deph')}\"\n", Code.MISSING_VARIABLE);
        assertEquals("variable `deph` is not set", variable.headline());
        assertEquals("assay_project.yml:5:8", variable.span().orElseThrow().where());
        assertEquals(List.of("a similar name is set: `depth`"), variable.notes());
        Diagnostic environment = problem("profile-x: 1\n", Code.UNKNOWN_KEY);
        assertEquals(4, environment.span().orElseThrow().line());
    }

    private static List<String> paths(ProjectFile file, Kind kind) {
        return file.paths().get(kind).stream().map(SourcePath::path).toList();
    }
}

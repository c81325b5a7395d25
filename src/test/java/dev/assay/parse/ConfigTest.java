package dev.assay.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Config;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTest {

    private final WrittenProject project = new WrittenProject();

    @Test
    void theFileWinsOverYamlAndYamlOverTheProject() {
        project.file("assay_project.yml", """
            models:
              +materialized: view
              +tags: all
              shop:
                +tags: [shop]
                +meta: {owner: a, tier: 3}
                +pre-hook: "first"
                gold: {+materialized: table, +alias: from_project, +tags: gold}
            """)
                .file("models/gold/g.yml", """
                    models:
                      - name: sales
                        meta: {tier: 2}
                        config: {alias: from_yaml, tags: yaml, pre_hook: [second]}
                    """)
                .file(
                        "models/gold/sales.sql",
                        "[@config alias='sales_now' tags=['file', 'gold'] meta={'tier': 1} /]select 1");

        Config config = project.model("sales").config();
        assertEquals("table", config.materialized());
        assertEquals("sales_now", config.text("alias").orElseThrow());
        assertEquals(List.of("all", "shop", "gold", "yaml", "file"), config.tags());
        assertEquals(Map.of("owner", "a", "tier", 1L), config.meta());
        assertEquals(List.of("first", "second"), config.texts("pre_hook"));
        assertEquals("db.dev.sales_now", project.model("sales").relation().toString());
    }

    @Test
    void aRuleMayNameOneModel() {
        project.file("assay_project.yml", "models: {shop: {gold: {sales: {+materialized: table}}}}")
                .file("models/gold/sales.sql", "select 1")
                .file("models/gold/other.sql", "select 1");

        assertEquals("table", project.model("sales").materialized());
        assertEquals("view", project.model("other").materialized());
    }

    @Test
    void theTargetsSchemaIsPutBeforeACustomOne() {
        project.file("models/a.sql", "[@config schema='mart' database='other' /]select 1");

        assertEquals("other.dev_mart.a", project.model("a").relation().toString());
    }

    @Test
    void aFunctionCallConfiguresAsWell() {
        project.file("models/a.sql", "${config({'materialized': 'table', 'pre-hook': 'x'})}select 1");

        assertEquals("table", project.model("a").materialized());
        assertEquals(List.of("x"), project.model("a").config().texts("pre_hook"));
    }

    @Test
    void stringsOfYamlAreTemplatesAndHooksAreNot() {
        project.var("kind", "table")
                .var("on", false)
                .file("models/m.yml", """
                    models:
                      - name: a
                        config: {enabled: "${var('on')}"}
                      - name: b
                        config: {materialized: "${var('kind')}", post-hook: "grant ${var('nothing')}"}
                    """)
                .file("models/a.sql", "select 1")
                .file("models/b.sql", "select 1");

        assertEquals("a", project.manifest().disabled().getFirst().name());
        assertEquals("table", project.model("b").materialized());
        assertEquals(
                List.of("grant ${var('nothing')}"), project.model("b").config().texts("post_hook"));
    }

    @Test
    void anUnknownSettingPointsAtItsKeyInTheCall() {
        project.file("models/a.sql", "[@config materialised=\"table\" /]\nselect 1");

        Diagnostic problem = project.problem(Code.UNKNOWN_KEY);
        assertEquals("unknown key `materialised` in the config of model `a`", problem.headline());
        assertEquals("a similar key exists: `materialized`", problem.label());
        assertEquals("models/a.sql:1:10", problem.span().orElseThrow().where());
        assertEquals("materialised", problem.span().orElseThrow().text());
    }

    @Test
    void aWrongValueIsTold() {
        project.file("models/a.sql", "[@config materialized=\"tabel\" /]select 1")
                .file("models/m.yml", "models: [{name: a, config: {enabled: perhaps, tags: {a: 1}, meta: 3}}]");

        List<Diagnostic> problems = project.problems();
        assertEquals(4, problems.size());
        assertTrue(problems.stream().allMatch(problem -> problem.code() == Code.WRONG_VALUE));
        assertEquals("a similar word exists: `table`", problems.getFirst().label());
        assertEquals(
                "`enabled` in the config of model `a` has to be true or false",
                problems.get(1).headline());
        assertEquals("this is a mapping", problems.get(2).label());
        assertEquals("this is a number", problems.get(3).label());
    }

    @Test
    void settingsOfOtherWarehousesAreKnown() {
        project.file(
                "models/a.sql",
                "[@config snowflake_warehouse='big' cluster_by=['a'] copy_grants=true transient=false"
                        + " indexes=[{'columns': ['a']}] /]select 1");

        assertEquals(List.of(), project.problems());
    }

    @Test
    void aFolderThatDoesNotExistIsAWarning() {
        project.file("assay_project.yml", """
            models:
              shop:
                stagin: {+materialized: table}
                meta: {owner: me}
            """).file("models/staging/a.sql", "select 1");

        List<Diagnostic> problems = project.problems();
        assertEquals(2, problems.size());
        assertFalse(problems.getFirst().isError());
        assertEquals(
                "nothing in the project lies in `models.shop.stagin`",
                problems.getFirst().headline());
        assertEquals(
                List.of("a similar name exists: `staging`"), problems.getFirst().help());
        assertEquals(
                "assay_project.yml:3:5",
                problems.getFirst().span().orElseThrow().where());
        assertEquals(
                "`meta` in `models.shop` has no plus, so it would be a folder",
                problems.get(1).headline());
        assertEquals(
                List.of("a setting that is a mapping has a plus here: `+meta`"),
                problems.get(1).help());
    }

    @Test
    void anUnknownSettingOfTheProjectFileIsTold() {
        project.file("assay_project.yml", "models: {shop: {+materialised: table}}")
                .file("models/a.sql", "select 1");

        assertEquals(
                "unknown key `materialised` in `models.shop`",
                project.problem(Code.UNKNOWN_KEY).headline());
    }

    @Test
    void grantsWithAPlusAddUp() {
        project.file("assay_project.yml", "models: {+grants: {select: [reader]}}")
                .file("models/a.sql", "[@config grants={'+select': ['auditor']} /]select 1")
                .file("models/b.sql", "[@config grants={'select': ['auditor']} /]select 1");

        assertEquals(
                Map.of("select", List.of("reader", "auditor")),
                project.model("a").config().map("grants"));
        assertEquals(
                Map.of("select", List.of("auditor")),
                project.model("b").config().map("grants"));
    }
}

package dev.assay.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Exposure;
import dev.assay.manifest.Group;
import dev.assay.manifest.Macro;
import dev.assay.manifest.Model;
import dev.assay.manifest.Seed;
import dev.assay.manifest.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourceYamlTest {

    private final WrittenProject project = new WrittenProject();

    @Test
    void yamlDescribesModelsAndColumns() {
        project.file("models/a.sql", "select 1 as id")
                .file("models/m.yml", """
                    version: 2
                    models:
                      - name: a
                        description: "One row per ${doc('thing')}"
                        constraints: [{type: primary_key, columns: [id]}]
                        columns:
                          - name: id
                            description: the key
                            data_type: integer
                            tags: [key]
                            meta: {pii: false}
                            constraints: [{type: not_null}]
                    """)
                .file("docs/words.md", "Intro\n\n# thing\nthing that\nis sold\n\n# other\nmore\n");

        Model model = project.model("a");
        assertEquals("One row per thing that\nis sold", model.description().text());
        assertEquals("models/m.yml", model.identity().patch());
        var column = model.description().columns().getFirst();
        assertEquals("integer", column.dataType().orElseThrow());
        assertEquals(List.of("key"), column.tags());
        assertEquals(Map.of("pii", false), column.meta());
        assertEquals("models/m.yml:7:15", column.place().where());
        assertEquals(List.of(Map.of("type", "not_null")), column.constraints());
        assertEquals("more", project.resource("doc.shop.other").description().text());
    }

    @Test
    void aFileWithoutHeadingsIsOneBlock() {
        project.file("docs/glossary.md", "# A long title\ntext");

        assertEquals(
                "# A long title\ntext",
                project.resource("doc.shop.glossary").description().text());
    }

    @Test
    void anUnknownBlockOfTextIsTold() {
        project.file("models/a.sql", "select 1")
                .file("docs/glossary.md", "text")
                .file("models/m.yml", "models: [{name: a, description: \"${doc('glosary')}\"}]");

        Diagnostic problem = project.problem(Code.UNKNOWN_DOC);
        assertEquals(List.of("a similar name exists: `glossary`"), problem.help());
        assertEquals("models/m.yml", problem.span().orElseThrow().file().path());
    }

    @Test
    void anUnknownKeyIsToldWithTheSimilarOne() {
        project.file("models/a.sql", "select 1").file("models/m.yml", """
            models:
              - name: a
                data_test: [unique]
                materialized: table
                columns: [{name: id, desciption: x}]
            """);

        List<Diagnostic> problems = project.problems();
        assertEquals(3, problems.size());
        assertEquals("unknown key `data_test` in model `a`", problems.getFirst().headline());
        assertEquals("a similar key exists: `data_tests`", problems.getFirst().label());
        assertEquals(
                "models/m.yml:3:5", problems.getFirst().span().orElseThrow().where());
        assertEquals(
                List.of("`materialized` is a setting: write it under `config:`"),
                problems.get(1).help());
        assertEquals("a similar key exists: `description`", problems.get(2).label());
    }

    @Test
    void aDescriptionOfNothingIsTold() {
        project.file("models/orders.sql", "select 1")
                .file("seeds/codes.csv", "id")
                .file("models/m.yml", "models: [{name: order}, {name: codes}]");

        List<Diagnostic> problems = project.problems();
        assertEquals(Code.UNKNOWN_MODEL, problems.getFirst().code());
        assertEquals("no model is called `order`", problems.getFirst().headline());
        assertEquals(
                List.of("a similar name exists: `orders`"), problems.getFirst().help());
        assertEquals(
                List.of("a seed has that name: describe it under `seeds:`"),
                problems.get(1).help());
    }

    @Test
    void aModelIsDescribedOnce() {
        project.file("models/a.sql", "select 1")
                .file("models/one.yml", "models: [{name: a}]")
                .file("models/two.yml", "models: [{name: a}]");

        Diagnostic problem = project.problem(Code.DUPLICATE_NAME);
        assertEquals("the model `a` is described twice", problem.headline());
        assertEquals("models/one.yml:1:17", problem.others().getFirst().span().where());
    }

    @Test
    void sourcesHaveRelationsAndSettings() {
        project.file("models/s.yml", """
            sources:
              - name: shop
                schema: "${target.schema}_raw"
                loader: fivetran
                tags: [raw]
                freshness: {warn_after: {count: 1, period: day}}
                tables:
                  - name: orders
                    identifier: RAW_ORDERS
                    external: {location: "data/*.parquet"}
                    config: {tags: [big]}
                  - name: payments
            """);

        var source = (Source) project.resource("source.shop.shop.orders");
        assertEquals("db.dev_raw.RAW_ORDERS", source.relation().toString());
        assertEquals("fivetran", source.settings().get("loader"));
        assertEquals(Map.of("location", "data/*.parquet"), source.settings().get("external"));
        assertEquals(List.of("raw", "big"), source.config().tags());
        assertEquals(List.of("shop", "shop", "orders"), source.identity().fqn());
        assertEquals(2, project.manifest().all(Source.class).count());
    }

    @Test
    void freshnessIsChecked() {
        project.file("models/s.yml", """
            sources: [{name: s, tables: [{name: t, freshness: {warn_after: {count: many, perod: day}}}]}]
            """);

        assertEquals(
                List.of(Code.WRONG_VALUE, Code.UNKNOWN_KEY, Code.MISSING_KEY, Code.NOT_SUPPORTED).stream()
                        .sorted()
                        .toList(),
                project.problems().stream().map(Diagnostic::code).sorted().toList());
    }

    @Test
    void aFileThatIsNoYamlHidesNoSources() {
        project.file("models/a.sql", "select * from ${source('raw', 't')}")
                .file("models/s.yml", "sources: [{name: raw, tables: [{name: t}");

        assertEquals(
                List.of(Code.YAML_SYNTAX),
                project.problems().stream().map(Diagnostic::code).toList());
    }

    @Test
    void seedsTakeTheirSettings() {
        project.file("seeds/codes.csv", "id,code")
                .file(
                        "seeds/s.yml",
                        "seeds: [{name: codes, config: {column_types: {code: text}, delimiter: ';', quote_columns:"
                                + " true}}]");

        var seed = (Seed) project.resource("seed.shop.codes");
        assertEquals("/disk/seeds/codes.csv", seed.file());
        assertEquals(Map.of("code", "text"), seed.config().map("column_types"));
        assertEquals(";", seed.config().text("delimiter").orElseThrow());
        assertEquals("seed", seed.config().materialized());
    }

    @Test
    void exposuresAndGroups() {
        project.file("models/a.sql", "select 1").file("models/e.yml", """
            groups: [{name: finance, owner: {email: fin@example.org, team: f}}]
            exposures:
              - name: board
                type: dashboard
                owner: {name: Ann}
                depends_on: [ref('a')]
            """);

        var exposure = (Exposure) project.resource("exposure.shop.board");
        assertEquals(
                "model.shop.a",
                exposure.references().getFirst().target().orElseThrow().value());
        assertEquals("dashboard", exposure.settings().get("type"));
        assertEquals(
                "f", ((Group) project.resource("group.shop.finance")).owner().get("team"));
    }

    @Test
    void macrosAreDescribedByTheirName() {
        project.file("macros/money.sql", "[#function cents column][#return column][/#function]")
                .file("macros/m.yml", "macros: [{name: cents, description: to cents, arguments: [{name: column}]}]");

        var macro = (Macro) project.resource("macro.shop.money.cents");
        assertEquals("to cents", macro.description().text());
        assertEquals(List.of("column"), macro.parameters());
    }

    @Test
    void whatIsNotSupportedYetIsSaid() {
        project.file("models/m.yml", "snapshots: [{name: customers_history}]\nunit_tests: [{name: sums}]");

        List<Diagnostic> problems = project.problems();
        assertEquals(2, problems.size());
        assertTrue(problems.stream().allMatch(problem -> problem.code() == Code.NOT_SUPPORTED && !problem.isError()));
        assertTrue(problems.getFirst().headline().startsWith("the snapshot `customers_history` is left out"));
    }

    @Test
    void hooksOfTheProjectKeepTheirPlaces() {
        project.file("assay_project.yml", "name: shop\non-run-start: [\"create ${x}\"]\non-run-end: [drop a, drop b]");

        var hooks = project.manifest().hooks();
        assertEquals(
                List.of("shop-on-run-start-0", "shop-on-run-end-0", "shop-on-run-end-1"),
                hooks.stream().map(hook -> hook.name()).toList());
        var code = hooks.getFirst().code();
        assertEquals(
                "assay_project.yml:2:17",
                code.span(code.text().indexOf("create"), code.text().length()).where());
    }

    @Test
    void oneBadFileDoesNotHideTheNext() {
        project.file("models/a.yml", "models:\n\t- name: a")
                .file("models/b.yml", "modles: []")
                .file("models/c.yml", "models: a");

        assertEquals(
                List.of(Code.YAML_SYNTAX, Code.UNKNOWN_KEY, Code.WRONG_VALUE),
                project.problems().stream().map(Diagnostic::code).toList());
        assertFalse(project.problems().isEmpty());
    }
}

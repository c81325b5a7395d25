package dev.assay.artifact;

import dev.assay.json.JsonWriter;
import dev.assay.manifest.Analysis;
import dev.assay.manifest.CompiledPath;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Hook;
import dev.assay.manifest.Model;
import dev.assay.manifest.Node;
import dev.assay.manifest.Reference;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Seed;
import dev.assay.source.Digest;
import dev.assay.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Models, seeds, tests, analyses and hooks in dbt's shape. */
record DbtNode(JsonWriter json, RunFacts facts) {

    void write(Node node) {
        json.object();
        relation(node);
        DbtResource.identity(json, node);
        json.field("fqn", node.identity().fqn());
        checksum(node);
        DbtConfig.write(json, node.config());
        DbtResource.description(json, node);
        json.field("group", node.config().group())
                .object("docs")
                .field("show", true)
                .field("node_color", null)
                .end()
                .field("build_path", null)
                .object("unrendered_config")
                .end()
                .field("created_at", facts.started().toEpochMilli() / 1000.0)
                .field("raw_code", rawCode(node));
        switch (node) {
            case Seed seed ->
                json.field("root_path", null)
                        .object("depends_on")
                        .field("macros", List.of())
                        .end();
            case Model model -> {
                compiled(model, model.references());
                model(model);
            }
            case DataTest test -> {
                compiled(test, test.references());
                test(test);
            }
            case Analysis analysis -> compiled(analysis, analysis.references());
        }
        json.end();
    }

    /** A hook of the project file: dbt calls it an operation. */
    void write(String project, Hook hook) {
        String path = hook.code().path();
        String name = hook.name();
        json.object()
                .field("database", null)
                .field("schema", facts.schema())
                .field("name", name)
                .field("resource_type", "operation")
                .field("package_name", project)
                .field("path", path)
                .field("original_file_path", path)
                .field("unique_id", RunResultsFile.operation(project, name))
                .field("fqn", List.of(project, "hooks", name))
                .field("alias", name);
        sum("sha256", Digest.sha256(hook.code().text()));
        json.field("tags", List.of(hook.moment() == Hook.Moment.RUN_START ? "on-run-start" : "on-run-end"))
                .field("raw_code", hook.code().text())
                .field("index", hook.position())
                .end();
    }

    private void relation(Node node) {
        if (node instanceof Relational relational) {
            json.field("database", relational.relation().database())
                    .field("schema", relational.relation().schema())
                    .field("alias", relational.relation().name());
            boolean exists = !node.isInlined();
            json.field("relation_name", exists ? facts.printed().apply(relational.relation()) : null);
        } else {
            json.field("database", null)
                    .field("schema", facts.schema())
                    .field("alias", node.name())
                    .field("relation_name", null);
        }
    }

    private void model(Model model) {
        String access = model.config().access().toLowerCase(Locale.ROOT);
        json.field("access", Set.of("private", "protected", "public").contains(access) ? access : "protected")
                .field("constraints", List.of())
                .field("version", null)
                .field("latest_version", null)
                .field("deprecation_date", null)
                .field("primary_key", List.of());
    }

    private void test(DataTest test) {
        test.generic().ifPresent(generic -> {
            Map<String, Object> arguments = new LinkedHashMap<>(generic.arguments());
            generic.column().ifPresent(column -> arguments.putIfAbsent("column_name", column));
            json.field("column_name", generic.column())
                    .field(
                            "file_key_name",
                            generic.of().type().word() + "s."
                                    + generic.of().names().getLast())
                    .field("attached_node", generic.of())
                    .object("test_metadata")
                    .field("name", generic.kind())
                    .field("kwargs", arguments)
                    .field("namespace", null)
                    .end();
        });
    }

    private void compiled(Node node, List<Reference> references) {
        json.field("language", "sql");
        DbtResource.references(json, references);
        json.array("metrics").end();
        json.object("depends_on")
                .field("macros", List.of())
                .field("nodes", DbtResource.needs(references))
                .end();
        String sql = facts.compiled().get(node.id());
        json.field("compiled_path", sql == null ? null : "target/compiled/" + CompiledPath.of(node))
                .field("compiled", sql != null)
                .field("compiled_code", sql)
                .field("extra_ctes_injected", sql != null)
                .field("extra_ctes", List.of());
    }

    private void checksum(Node node) {
        switch (node) {
            case Seed seed -> sum("sha256", seed.checksum());
            case Model model -> sum("sha256", Digest.sha256(model.code().text()));
            case Analysis analysis ->
                sum("sha256", Digest.sha256(analysis.code().text()));
            case DataTest test ->
                test.code().ifPresentOrElse(code -> sum("sha256", Digest.sha256(code.text())), () -> sum("none", ""));
        }
    }

    private void sum(String name, String checksum) {
        json.object("checksum").field("name", name).field("checksum", checksum).end();
    }

    private static String rawCode(Node node) {
        return switch (node) {
            case Seed seed -> "";
            case Model model -> model.code().text();
            case Analysis analysis -> analysis.code().text();
            case DataTest test -> test.code().map(SourceFile::text).orElse("");
        };
    }
}

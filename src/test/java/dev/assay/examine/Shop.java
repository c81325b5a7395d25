package dev.assay.examine;

import dev.assay.diagnostic.Problems;
import dev.assay.manifest.ColumnSpec;
import dev.assay.manifest.Config;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Node;
import dev.assay.manifest.Reference;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.ResourceType;
import dev.assay.quality.TestKind;
import dev.assay.quality.TestKindReader;
import dev.assay.result.TestResult;
import dev.assay.source.Origin;
import dev.assay.source.SourceFile;
import dev.assay.source.Span;
import dev.assay.sql.Draft.Wanted;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.sql.SqlText;
import dev.assay.template.Scope;
import dev.assay.template.Templates;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.WarehouseError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A small project over an engine: its models, its tests, and somebody who runs them. */
final class Shop {

    private static final SourceFile YAML = new SourceFile("models/marts/marts.yml", """
        models:
          - name: orders
            columns:
              - name: order_id
                data_tests:
                  - unique
        """);
    static final Span UNIQUE =
            YAML.span(YAML.text().indexOf("unique"), YAML.text().indexOf("unique") + "unique".length());
    static final Span ORDER_ID =
            YAML.span(YAML.text().indexOf("order_id"), YAML.text().indexOf("order_id") + "order_id".length());

    final Engine engine;
    private final TreeMap<ResourceId, Resource> resources = new TreeMap<>();
    private final Map<String, TestKind> kinds = new HashMap<>();
    private final Map<ResourceId, SqlText> queries = new HashMap<>();
    private Scope scope = new Scope(Map.of());
    private boolean keeps;
    private Existing existing = Existing.of(Map.of(), java.util.Set.of());

    Shop(Engine engine) {
        this.engine = engine;
        BuiltinTests.sources().forEach(this::kind);
    }

    void kind(SourceFile template) {
        var problems = new Problems();
        TestKind kind = TestKindReader.read(template, problems).orElseThrow();
        problems.throwIfErrors();
        kinds.put(kind.name(), kind);
    }

    /** Makes a model known; materialized decides whether reading it computes it. */
    ResourceId model(String name, String materialized) {
        var id = ResourceId.of(ResourceType.MODEL, "shop", name);
        var column = new ColumnSpec("order_id", ORDER_ID, "", Optional.empty(), false, List.of(), Map.of(), List.of());
        var described = new Resource.Description("", Map.of(), List.of(column));
        resources.put(
                id,
                new Model(
                        id,
                        name,
                        identity(ORDER_ID),
                        described,
                        new Config(Map.of("materialized", materialized), Map.of()),
                        RelationName.of("main", name),
                        new SourceFile("models/" + name + ".sql", ""),
                        Optional.empty(),
                        List.of()));
        return id;
    }

    void query(ResourceId id, String sql) {
        queries.put(id, SqlText.plain(sql));
    }

    void scope(Scope names) {
        scope = names;
    }

    void keepFailures(Existing there) {
        keeps = true;
        existing = there;
    }

    /** A test in YAML, under a column or without one. */
    DataTest test(
            String kind, ResourceId of, String column, Map<String, Object> arguments, Map<String, Object> config) {
        String name = kind + "_" + of.names().getLast() + (column.isEmpty() ? "" : "_" + column);
        var references = new ArrayList<Reference>();
        references.add(
                new Reference(new Wanted(Wanted.Kind.REF, List.of(of.names().getLast())), UNIQUE, Optional.of(of)));
        resources.keySet().stream()
                .filter(id -> !id.equals(of))
                .filter(id -> arguments.toString().contains(id.names().getLast()))
                .forEach(id -> references.add(new Reference(
                        new Wanted(Wanted.Kind.REF, List.of(id.names().getLast())), UNIQUE, Optional.of(id))));
        var use = new DataTest.Generic(
                kind,
                of,
                column.isEmpty() ? Optional.empty() : Optional.of(column),
                arguments,
                kinds.get(kind).template(),
                Map.of());
        return new DataTest(
                ResourceId.of(ResourceType.TEST, "shop", name),
                name,
                identity(UNIQUE),
                Resource.Description.NONE,
                new Config(config, Map.of()),
                Optional.of(use),
                Optional.empty(),
                Optional.empty(),
                references);
    }

    /** A file under {@code tests/}. */
    DataTest singular(String name, String sql, Map<String, Object> config) {
        var file = new SourceFile("tests/" + name + ".sql", sql);
        var id = ResourceId.of(ResourceType.TEST, "shop", name);
        Origin origin = offset -> Optional.of(file.span(offset, Math.min(offset + 7, sql.length())));
        queries.put(id, new SqlText(sql, origin));
        return new DataTest(
                id,
                name,
                identity(file.top()),
                Resource.Description.NONE,
                new Config(config, Map.of()),
                Optional.empty(),
                Optional.of(file),
                Optional.empty(),
                List.of());
    }

    Examiner examiner() {
        var writing = new Writing(Templates.of(List.of()), scope, engine.dialect(), engine.wording());
        return new Examiner(new ExaminationContext(
                new Manifest("shop", resources, List.of(), List.of()),
                id -> RelationName.of("main", id.names().getLast()),
                this::compiled,
                kinds,
                writing,
                new Storage(Optional.empty(), "main", keeps ? Storage.Keepers.ALL : Storage.Keepers.TOLD, existing),
                id -> false,
                3));
    }

    private SqlText compiled(Node node) {
        return queries.get(node.id());
    }

    TestResult verdict(DataTest test) {
        return verdicts(List.of(test), Optional.empty(), Fusing.READ_ONCE).getFirst();
    }

    /** Runs tests as a run does, and gives the verdicts in the order of the tests. */
    List<TestResult> verdicts(List<DataTest> tests, Optional<List<String>> columns, Fusing fusing) {
        Examiner examiner = examiner();
        Examination examination = examiner.examine(tests, columns, fusing);
        var results = new HashMap<ResourceId, TestResult>();
        examination.settled().forEach(result -> results.put(result.test(), result));
        examination.trials().forEach(trial -> {
            trial.clearing().forEach(engine::execute);
            trial.keeping().forEach(engine::execute);
        });
        for (TestGroup group : examination.groups()) {
            ask(examiner, group).forEach(result -> results.put(result.test(), result));
        }
        return tests.stream().map(test -> results.get(test.id())).toList();
    }

    private List<TestResult> ask(Examiner examiner, TestGroup group) {
        Optional<List<Count>> counts;
        try {
            counts = group.read(engine.query(group.statement()));
        } catch (WarehouseError refused) {
            if (group.trials().size() == 1) {
                return List.of(examiner.refused(group.trials().getFirst(), refused, "DuckDB", Duration.ZERO));
            }
            counts = Optional.empty();
        }
        if (counts.isEmpty()) {
            return examiner.apart(group).stream()
                    .flatMap(alone -> ask(examiner, alone).stream())
                    .toList();
        }
        return counts.get().stream().map(count -> shown(examiner, count)).toList();
    }

    private TestResult shown(Examiner examiner, Count count) {
        Optional<Rows> rows = count.hasRowsToShow()
                ? Optional.of(engine.query(examiner.failingRows(count.trial(), Examiner.MOST_ROWS_IN_FILE)))
                : Optional.empty();
        return examiner.verdict(count, rows, Duration.ZERO);
    }

    private static Resource.Identity identity(Span place) {
        return new Resource.Identity("shop", place.file().path(), List.of(), place, "");
    }
}

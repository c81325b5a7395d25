package dev.assay.parse;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.SuggestionWords;
import dev.assay.manifest.ColumnSpec;
import dev.assay.manifest.Config;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Reference;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.ResourceType;
import dev.assay.manifest.Source;
import dev.assay.parse.declarations.Declared;
import dev.assay.parse.declarations.YamlTexts;
import dev.assay.parse.settings.Layer;
import dev.assay.parse.settings.Merging;
import dev.assay.parse.settings.Section;
import dev.assay.parse.tests.TestArguments;
import dev.assay.parse.tests.TestName;
import dev.assay.parse.tests.TestTemplates;
import dev.assay.parse.tests.TestUse;
import dev.assay.project.SourceTree;
import dev.assay.quality.TestKind;
import dev.assay.source.Digest;
import dev.assay.source.Span;
import dev.assay.sql.Draft.Wanted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Makes a test of each use of a generic test. */
final class GenericTests {

    private final Reading reading;
    private final Map<String, TestKind> kinds;
    private final YamlTexts texts;
    private final TestTemplates templates;

    GenericTests(Reading reading, Map<String, TestKind> kinds, YamlTexts texts) {
        this.reading = reading;
        this.kinds = kinds;
        this.texts = texts;
        this.templates = TestTemplates.of(
                reading.templates(), reading.input().tree().of(SourceTree.Kind.MACRO, SourceTree.Form.SQL));
    }

    /** The tests that YAML asks for of one resource. */
    List<DataTest> of(Resource tested, List<Declared.TestUse> uses) {
        return uses.stream().flatMap(use -> test(tested, use).stream()).toList();
    }

    private Optional<DataTest> test(Resource tested, Declared.TestUse use) {
        Optional<TestUse> written = TestUse.of(use.written(), reading.problems());
        if (written.isEmpty()) {
            return Optional.empty();
        }
        TestKind kind = kinds.get(written.get().kind());
        if (kind == null) {
            String name = written.get().kind();
            var problem = SuggestionWords.similar(
                    Diagnostic.error(
                            Code.UNKNOWN_TEST, written.get().place(), "no generic test is called `" + name + "`"),
                    name,
                    kinds.keySet());
            reading.problems()
                    .add(
                            problem.help().isEmpty()
                                    ? problem.note("there are " + String.join(", ", new TreeSet<>(kinds.keySet())))
                                            .help("a file of tests/generic/ makes a test of your own")
                                    : problem);
            return Optional.empty();
        }
        return Optional.of(test(tested, use, kind, written.get()));
    }

    private DataTest test(Resource tested, Declared.TestUse use, TestKind kind, TestUse written) {
        var arguments = TestArguments.read(kind, written, use.column().isPresent(), texts);
        Optional<String> column = use.column().map(ColumnSpec::name);
        TestName name = name(tested, kind, written, arguments, column);
        List<String> fqn = reading.fqn(use.file(), name.whole());
        Config config = config(tested, use, fqn, name, arguments);
        var generic = new DataTest.Generic(
                kind.name(), tested.id(), column, arguments.values(), kind.template(), arguments.places());
        var references = new ArrayList<Reference>();
        references.add(new Reference(wanted(tested), written.place(), Optional.empty()));
        references.addAll(arguments.references());
        if (config.enabled()) {
            references.addAll(templates.references(kind, withColumn(arguments, column), reading.problems()));
        }
        String description = written.body().text("description").orElse("");
        return new DataTest(
                id(name, generic),
                name.whole(),
                reading.identity(use.file(), fqn, written.place(), Optional.empty()),
                new Resource.Description(description, config.meta(), List.of()),
                config,
                Optional.of(generic),
                Optional.empty(),
                Optional.empty(),
                references);
    }

    private static TestName name(
            Resource tested, TestKind kind, TestUse written, TestArguments arguments, Optional<String> column) {
        Optional<String> chosen = written.body().text("name");
        if (chosen.isPresent()) {
            return TestName.chosen(chosen.get());
        }
        Map<String, Object> named = withColumn(arguments, column);
        return tested instanceof Source source
                ? TestName.of("source_" + kind.name(), source.sourceName() + "_" + source.name(), named)
                : TestName.of(kind.name(), tested.name(), named);
    }

    private static Map<String, Object> withColumn(TestArguments arguments, Optional<String> column) {
        var named = new LinkedHashMap<>(arguments.values());
        column.ifPresent(name -> named.put("column_name", name));
        return named;
    }

    /** Tags come down from the model and the column; a long name gets a short one for tables and files. */
    private Config config(
            Resource tested, Declared.TestUse use, List<String> fqn, TestName name, TestArguments arguments) {
        Span place = use.written().span();
        var tags = new ArrayList<String>(tested.config().tags());
        use.column().ifPresent(column -> tags.addAll(column.tags()));
        var layers = new ArrayList<>(reading.rules().layers(Section.TESTS.key(), fqn));
        if (!tags.isEmpty()) {
            layers.add(Layer.of("tags", List.copyOf(tags), place));
        }
        if (!name.brief().equals(name.whole())) {
            layers.addFirst(Layer.of("alias", name.brief(), place));
        }
        layers.add(arguments.config());
        if (!tested.config().enabled()) {
            layers.add(Layer.of("enabled", false, place));
        }
        return Merging.config(layers);
    }

    private static Wanted wanted(Resource tested) {
        return tested instanceof Source source
                ? new Wanted(Wanted.Kind.SOURCE, List.of(source.sourceName(), source.name()))
                : new Wanted(Wanted.Kind.REF, List.of(tested.name()));
    }

    /** The same test of the same thing has the same id, wherever it stands and whatever its settings are. */
    private ResourceId id(TestName name, DataTest.Generic use) {
        String facts = String.join(
                "\n",
                name.whole(),
                use.kind(),
                use.of().value(),
                use.column().orElse(""),
                new java.util.TreeMap<>(use.arguments()).toString());
        String hash = Digest.md5(facts);
        return reading.id(ResourceType.TEST, name.whole(), hash.substring(hash.length() - 10));
    }
}

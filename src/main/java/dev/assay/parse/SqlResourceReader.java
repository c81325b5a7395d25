package dev.assay.parse;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.manifest.Analysis;
import dev.assay.manifest.Config;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Reference;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.parse.declarations.Declared;
import dev.assay.parse.settings.Layer;
import dev.assay.parse.settings.Merging;
import dev.assay.parse.settings.Paths;
import dev.assay.parse.settings.Section;
import dev.assay.parse.settings.SettingReader;
import dev.assay.parse.settings.WrittenSetting;
import dev.assay.parse.templates.ReadTemplate;
import dev.assay.project.SourceTree;
import dev.assay.sql.Draft.Wanted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes models, analyses and singular tests: each a file of SQL that says what it needs. */
final class SqlResourceReader {

    private final Reading reading;

    SqlResourceReader(Reading reading) {
        this.reading = reading;
    }

    List<Resource> models() {
        return all(SourceTree.Kind.MODEL).stream().map(this::model).toList();
    }

    List<Resource> analyses() {
        return all(SourceTree.Kind.ANALYSIS).stream().map(this::analysis).toList();
    }

    List<Resource> tests() {
        return all(SourceTree.Kind.TEST).stream()
                .filter(file -> !isGeneric(file))
                .map(this::test)
                .toList();
    }

    static boolean isGeneric(SourceTree.Entry file) {
        return file.inner().startsWith("generic/");
    }

    private List<SourceTree.Entry> all(SourceTree.Kind kind) {
        return reading.input().tree().of(kind, SourceTree.Form.SQL);
    }

    private Resource model(SourceTree.Entry file) {
        Read read = read(file, Section.MODELS);
        Config config = read.config;
        if (config.enabled() && isEmpty(read.template)) {
            reading.problems()
                    .add(Diagnostic.warning(
                                    Code.EMPTY_MODEL, "the model `" + read.name + "` has no SQL, and is left out")
                            .at(file.file().top()));
            config = Merging.config(List.of(
                    asLayer(config), Layer.of("enabled", false, file.file().top())));
        }
        return new Model(
                read.id,
                read.name,
                read.identity,
                Reading.description(read.patch, config),
                config,
                reading.input().naming().of(read.name, config),
                file.file(),
                read.template.draft(),
                needs(read));
    }

    /** What a model reads, and what its foreign keys lead to but for itself: both have to be there before it. */
    private List<Reference> needs(Read read) {
        var needs = new LinkedHashSet<>(read.template.references());
        read.patch.stream()
                .flatMap(patch -> patch.targets().stream())
                .filter(target -> !isItself(target.wanted(), read.name))
                .forEach(needs::add);
        return List.copyOf(needs);
    }

    private boolean isItself(Wanted wanted, String name) {
        List<String> names = wanted.names();
        boolean isHere = names.size() == 1 || names.getFirst().equals(reading.project());
        return wanted.kind() == Wanted.Kind.REF && isHere && names.getLast().equals(name);
    }

    private Resource analysis(SourceTree.Entry file) {
        Read read = read(file, Section.ANALYSES);
        return new Analysis(
                read.id,
                read.name,
                read.identity,
                Reading.description(read.patch, read.config),
                read.config,
                file.file(),
                read.template.draft(),
                read.template.references());
    }

    private Resource test(SourceTree.Entry file) {
        Read read = read(file, Section.TESTS);
        if (read.config.enabled()) {
            warnOfWhere(read);
        }
        return new DataTest(
                read.id,
                read.name,
                read.identity,
                Reading.description(read.patch, read.config),
                read.config,
                Optional.empty(),
                Optional.of(file.file()),
                read.template.draft(),
                read.template.references());
    }

    /**
     * A test in a file chooses its rows itself, so `where` is for generic tests, as in dbt. In the project file it may
     * be meant for these; said of the test itself it would do nothing.
     */
    private void warnOfWhere(Read read) {
        Stream.concat(read.patch.map(Declared.Patch::config).stream(), Stream.of(read.template.config()))
                .flatMap(layer -> Optional.ofNullable(layer.settings().get("where")).stream())
                .forEach(where -> reading.problems()
                        .add(Diagnostic.warning(
                                        Code.NOT_SUPPORTED,
                                        "`where` has no effect on `" + read.name + "`, because it is a test in a file")
                                .at(where.place())
                                .note("`where` chooses the rows that a generic test reads")
                                .help("write the condition in the SQL of the test")));
    }

    /** What the three have in common. */
    private record Read(
            ResourceId id,
            String name,
            Resource.Identity identity,
            Optional<Declared.Patch> patch,
            Config config,
            ReadTemplate template) {}

    private Read read(SourceTree.Entry file, Section section) {
        String name = Paths.stem(file.path());
        List<String> fqn = reading.fqn(file, name);
        Optional<Declared.Patch> patch = reading.declared().patch(section, name);
        var problems = new Problems();
        String what = "the config of " + section.word() + " `" + name + "`";
        ResourceId id = reading.id(section.type(), name);
        var settings = new SettingReader(section.settings(), what, problems);
        ReadTemplate template = reading.templates().read(file.file(), id.type(), itself(id, name, file, fqn), settings);
        var layers = new ArrayList<>(reading.outerLayers(section, fqn, patch));
        layers.add(template.config());
        Config config = Merging.config(layers);
        if (config.enabled()) {
            // What is switched off may be broken.
            reading.problems().addAll(problems.all());
        }
        return new Read(id, name, reading.identity(file, fqn, file.file().top(), patch), patch, config, template);
    }

    private Map<String, Object> itself(ResourceId id, String name, SourceTree.Entry file, List<String> fqn) {
        return Map.of(
                "name", name,
                "unique_id", id.value(),
                "resource_type", id.type().word(),
                "package_name", reading.project(),
                "path", file.path(),
                "original_file_path", file.path(),
                "fqn", fqn);
    }

    private static boolean isEmpty(ReadTemplate template) {
        return template.draft().filter(draft -> BlankSql.is(draft.sql().text())).isPresent();
    }

    private static Layer asLayer(Config config) {
        var settings = new java.util.LinkedHashMap<String, WrittenSetting>();
        config.values()
                .forEach((key, value) -> settings.put(
                        key, new WrittenSetting(value, config.places().get(key))));
        return new Layer(settings);
    }
}

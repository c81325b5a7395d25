package dev.assay.parse;

import dev.assay.manifest.Config;
import dev.assay.manifest.Exposure;
import dev.assay.manifest.Group;
import dev.assay.manifest.Macro;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.ResourceType;
import dev.assay.manifest.Seed;
import dev.assay.manifest.Source;
import dev.assay.parse.declarations.Declared;
import dev.assay.parse.settings.Layer;
import dev.assay.parse.settings.Merging;
import dev.assay.parse.settings.Paths;
import dev.assay.parse.settings.Section;
import dev.assay.project.SourceTree;
import dev.assay.sql.RelationName;
import dev.assay.template.MacroSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the resources that have no template of their own: seeds, sources, exposures, groups, macros. */
final class DeclaredResources {

    private final Reading reading;

    DeclaredResources(Reading reading) {
        this.reading = reading;
    }

    List<Resource> seeds() {
        return reading.input().tree().of(SourceTree.Kind.SEED, SourceTree.Form.CSV).stream()
                .map(this::seed)
                .toList();
    }

    private Resource seed(SourceTree.Entry file) {
        String name = Paths.stem(file.path());
        List<String> fqn = reading.fqn(file, name);
        Optional<Declared.Patch> patch = reading.declared().patch(Section.SEEDS, name);
        var layers = new ArrayList<Layer>();
        layers.add(Layer.of("materialized", "seed", file.file().top()));
        layers.addAll(reading.outerLayers(Section.SEEDS, fqn, patch));
        Config config = Merging.config(layers);
        return new Seed(
                reading.id(ResourceType.SEED, name),
                name,
                reading.identity(file, fqn, file.file().top(), patch),
                Reading.description(patch, config),
                config,
                reading.input().naming().of(name, config),
                file.diskPath(),
                file.checksum());
    }

    List<Resource> sources() {
        return reading.declared().of(Declared.Table.class).stream()
                .map(this::source)
                .toList();
    }

    ResourceId id(Declared.Table table) {
        return reading.id(ResourceType.SOURCE, table.source(), table.name());
    }

    private Resource source(Declared.Table table) {
        var fqn = new ArrayList<>(Paths.fqn(reading.project(), table.file().inner(), table.source()));
        fqn.add(table.name());
        var layers = new ArrayList<>(reading.rules().layers("sources", fqn));
        layers.add(table.config());
        Config merged = Merging.config(layers);
        Config config =
                table.external().map(place -> merged.placed("external", place)).orElse(merged);
        return new Source(
                id(table),
                table.source(),
                table.name(),
                reading.identity(table.file(), fqn, table.place(), Optional.empty()),
                new Resource.Description(table.description(), config.meta(), table.columns()),
                config,
                new RelationName(
                        config.text("database").or(table::database),
                        config.text("schema").orElse(table.schema()),
                        table.identifier()),
                table.settings());
    }

    List<Resource> exposures() {
        return reading.declared().of(Declared.Exposure.class).stream()
                .map(this::exposure)
                .toList();
    }

    private Resource exposure(Declared.Exposure exposure) {
        List<String> fqn = reading.fqn(exposure.file(), exposure.name());
        var layers = new ArrayList<>(reading.rules().layers("exposures", fqn));
        layers.add(exposure.config());
        Config config = Merging.config(layers);
        return new Exposure(
                reading.id(ResourceType.EXPOSURE, exposure.name()),
                exposure.name(),
                reading.identity(exposure.file(), fqn, exposure.place(), Optional.empty()),
                new Resource.Description(exposure.description(), config.meta(), List.of()),
                config,
                exposure.settings(),
                exposure.references());
    }

    List<Resource> groups() {
        return reading.declared().of(Declared.Group.class).stream()
                .map(group -> (Resource) new Group(
                        reading.id(ResourceType.GROUP, group.name()),
                        group.name(),
                        reading.identity(
                                group.file(), reading.fqn(group.file(), group.name()), group.place(), Optional.empty()),
                        new Resource.Description(
                                group.description(),
                                Merging.config(List.of(group.config())).meta(),
                                List.of()),
                        Merging.config(List.of(group.config())),
                        group.owner()))
                .toList();
    }

    List<Resource> macros() {
        Map<String, SourceTree.Entry> files =
                reading.input().tree().of(SourceTree.Kind.MACRO, SourceTree.Form.SQL).stream()
                        .collect(Collectors.toMap(
                                entry -> entry.file().path(), Function.identity(), (first, second) -> first));
        return reading.input().templates().signatures().stream()
                .filter(signature -> files.containsKey(signature.place().file().path()))
                .map(signature ->
                        macro(signature, files.get(signature.place().file().path())))
                .toList();
    }

    /** A macro's name as templates call it. */
    static String name(MacroSignature signature) {
        return signature.namespace() + "." + signature.name();
    }

    private Resource macro(MacroSignature signature, SourceTree.Entry file) {
        Optional<Declared.Patch> patch = reading.declared()
                .patch(Section.MACROS, name(signature))
                .or(() -> reading.declared().patch(Section.MACROS, signature.name()));
        Config config =
                Merging.config(patch.map(Declared.Patch::config).stream().toList());
        List<String> fqn = List.of(reading.project(), signature.namespace(), signature.name());
        String words = patch.map(Declared.Patch::description)
                .filter(text -> !text.isEmpty())
                .orElse(signature.description());
        return new Macro(
                reading.id(ResourceType.MACRO, signature.namespace(), signature.name()),
                signature.name(),
                reading.identity(file, fqn, signature.place(), patch),
                new Resource.Description(words, config.meta(), List.of()),
                config,
                signature.place().file(),
                signature.parameters());
    }
}

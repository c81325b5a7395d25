package dev.assay.parse;

import dev.assay.diagnostic.Problems;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.ResourceType;
import dev.assay.parse.declarations.Declarations;
import dev.assay.parse.declarations.Declared;
import dev.assay.parse.settings.Layer;
import dev.assay.parse.settings.Paths;
import dev.assay.parse.settings.ProjectRules;
import dev.assay.parse.settings.Section;
import dev.assay.parse.templates.TemplateReader;
import dev.assay.project.SourceTree;
import dev.assay.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the makers of resources share: the input, the settings of the project file, all that YAML says. */
record Reading(
        ParseInput input, ProjectRules rules, Declarations declared, TemplateReader templates, Problems problems) {

    String project() {
        return input.project().name();
    }

    ResourceId id(ResourceType type, String... names) {
        var parts = new ArrayList<String>();
        parts.add(project());
        parts.addAll(List.of(names));
        return ResourceId.of(type, parts.toArray(String[]::new));
    }

    List<String> fqn(SourceTree.Entry file, String name) {
        return Paths.fqn(project(), file.inner(), name);
    }

    Resource.Identity identity(SourceTree.Entry file, List<String> fqn, Span place, Optional<Declared.Patch> patch) {
        return new Resource.Identity(
                project(),
                file.path(),
                fqn,
                place,
                patch.map(found -> found.file().path()).orElse(""));
    }

    /** The settings from outside a resource's own file: project file, then YAML. */
    List<Layer> outerLayers(Section section, List<String> fqn, Optional<Declared.Patch> patch) {
        var layers = new ArrayList<>(rules.layers(section.key(), fqn));
        patch.map(Declared.Patch::config).ifPresent(layers::add);
        return layers;
    }

    static Resource.Description description(Optional<Declared.Patch> patch, dev.assay.manifest.Config config) {
        return new Resource.Description(
                patch.map(Declared.Patch::description).orElse(""),
                config.meta(),
                patch.map(Declared.Patch::columns).orElse(List.of()));
    }
}

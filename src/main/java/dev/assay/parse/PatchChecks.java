package dev.assay.parse;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.SuggestionWords;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Macro;
import dev.assay.manifest.Resource;
import dev.assay.parse.declarations.Declared;
import dev.assay.parse.settings.IgnoredSettings;
import dev.assay.parse.settings.Merging;
import dev.assay.parse.settings.Section;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds descriptions of things that do not exist. */
record PatchChecks(Reading reading, List<Resource> resources) {

    void check() {
        for (Section section : Section.values()) {
            Set<String> names = names(section);
            reading.declared().patches(section).stream()
                    .filter(patch -> !names.contains(patch.name()))
                    .forEach(patch -> tell(section, patch, names));
        }
    }

    private void tell(Section section, Declared.Patch patch, Set<String> names) {
        if (section == Section.SEEDS
                && "append"
                        .equals(Merging.config(List.of(patch.config()))
                                .text("load")
                                .orElse(""))) {
            reading.problems()
                    .add(IgnoredSettings.error(
                            "load", patch.config().settings().get("load").place()));
            return;
        }
        var problem = Diagnostic.error(
                Code.UNKNOWN_MODEL, patch.place(), "no " + section.word() + " is called `" + patch.name() + "`");
        for (Section other : Section.values()) {
            if (other != section && names(other).contains(patch.name())) {
                reading.problems()
                        .add(problem.help(
                                "a " + other.word() + " has that name: describe it under `" + other.key() + ":`"));
                return;
            }
        }
        reading.problems().add(SuggestionWords.similar(problem, patch.name(), names));
    }

    private Set<String> names(Section section) {
        return resources.stream()
                .filter(resource -> resource.id().type() == section.type())
                .filter(resource -> !(resource instanceof DataTest test && test.isGeneric()))
                .flatMap(PatchChecks::names)
                .collect(Collectors.toSet());
    }

    /** A macro may be described by its own name, or with its file's. */
    private static Stream<String> names(Resource resource) {
        return resource instanceof Macro macro
                ? Stream.of(macro.name(), macro.identity().fqn().get(1) + "." + macro.name())
                : Stream.of(resource.name());
    }
}

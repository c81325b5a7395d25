package dev.assay.parse;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Doc;
import dev.assay.manifest.Resource;
import dev.assay.parse.declarations.Declared;
import dev.assay.parse.declarations.YamlTexts;
import dev.assay.parse.settings.Section;
import dev.assay.quality.TestKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All resources of a project, complete: names are checked, references resolved.
 *
 * @param disabled what a setting switched off, and the tests that need it
 */
record Assembly(List<Resource> enabled, List<Resource> disabled) {

    static Assembly of(Reading reading, Map<String, TestKind> kinds, YamlTexts texts, Map<String, Doc> docs) {
        var files = new SqlResourceReader(reading);
        var others = new DeclaredResources(reading);
        var all = new ArrayList<Resource>(docs.values());
        all.addAll(files.models());
        all.addAll(others.seeds());
        all.addAll(others.sources());
        all.addAll(files.analyses());
        all.addAll(others.exposures());
        all.addAll(others.groups());
        all.addAll(others.macros());
        all.addAll(files.tests());
        new PatchChecks(reading, all).check();
        all.addAll(genericTests(reading, new GenericTests(reading, kinds, texts), all));
        return resolved(reading, all);
    }

    private static List<Resource> genericTests(Reading reading, GenericTests tests, List<Resource> all) {
        var made = new ArrayList<Resource>();
        Map<String, Resource> byId = new HashMap<>();
        // Of two with one name, the enabled one is meant.
        all.forEach(resource -> byId.merge(
                resource.id().value(),
                resource,
                (first, second) -> first.config().enabled() ? first : second));
        for (Section section : List.of(Section.MODELS, Section.SEEDS)) {
            reading.declared()
                    .patches(section)
                    .forEach(patch -> Optional.ofNullable(byId.get(
                                    reading.id(section.type(), patch.name()).value()))
                            .ifPresent(tested -> made.addAll(tests.of(tested, patch.tests()))));
        }
        var others = new DeclaredResources(reading);
        reading.declared()
                .of(Declared.Table.class)
                .forEach(table -> made.addAll(tests.of(byId.get(others.id(table).value()), table.tests())));
        return made;
    }

    private static Assembly resolved(Reading reading, List<Resource> all) {
        var enabled = new ArrayList<>(
                all.stream().filter(resource -> resource.config().enabled()).toList());
        var disabled = new ArrayList<>(
                all.stream().filter(resource -> !resource.config().enabled()).toList());
        new NameChecks(reading.problems()).check(enabled);
        var references = new References(
                reading.project(),
                enabled,
                disabled,
                reading.declared().of(Declared.KeptOut.class),
                reading.problems());
        for (Resource resource : List.copyOf(enabled)) {
            if (resource instanceof DataTest test
                    && references.disabledNeed(test).isPresent()) {
                reading.problems()
                        .add(leftOut(test, references.disabledNeed(test).get()));
                enabled.remove(test);
                disabled.add(test);
            }
        }
        references.checkGroups(enabled);
        return new Assembly(enabled.stream().map(references::resolved).toList(), disabled);
    }

    private static Diagnostic leftOut(DataTest test, Resource need) {
        return Diagnostic.warning(
                        Code.UNKNOWN_REF,
                        "the test `" + test.name() + "` is left out: it needs `" + need.name() + "`, which is disabled")
                .at(test.place());
    }
}

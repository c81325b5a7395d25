package dev.assay.parse.declarations;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.parse.settings.Section;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What all YAML files say, indexed by what they speak of. */
public final class Declarations {

    private final List<Declared> all;
    private final Map<Section, Map<String, Declared.Patch>> patches = new EnumMap<>(Section.class);

    public Declarations(List<Declared> all, Problems problems) {
        this.all = List.copyOf(all);
        of(Declared.Patch.class).forEach(patch -> {
            Declared.Patch first = patches.computeIfAbsent(patch.section(), section -> new LinkedHashMap<>())
                    .putIfAbsent(patch.name(), patch);
            if (first != null) {
                problems.add(Diagnostic.error(
                                Code.DUPLICATE_NAME,
                                patch.place(),
                                "the " + patch.section().word() + " `" + patch.name() + "` is described twice")
                        .other(first.place(), "the first one"));
            }
        });
    }

    public Optional<Declared.Patch> patch(Section section, String name) {
        return Optional.ofNullable(patches.getOrDefault(section, Map.of()).get(name));
    }

    public List<Declared.Patch> patches(Section section) {
        return List.copyOf(patches.getOrDefault(section, Map.of()).values());
    }

    public <T extends Declared> List<T> of(Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }
}

package dev.assay.parse.settings;

import dev.assay.diagnostic.Problems;
import dev.assay.project.ProjectFile;
import dev.assay.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The folder settings of the project file, by section. */
public final class ProjectRules {

    private final Map<String, FolderRule> sections = new LinkedHashMap<>();

    public ProjectRules(ProjectFile project, Problems problems) {
        project.configs().forEach((section, mapping) -> {
            if (!mapping.entries().isEmpty() && isKnown(section)) {
                Span place = mapping.entries().getFirst().keySpan();
                String name = normal(section);
                sections.put(name, FolderRule.of(section, place, mapping, table(name), problems));
            }
        });
    }

    public List<Layer> layers(String section, List<String> fqn) {
        FolderRule rule = sections.get(section);
        return rule == null ? List.of() : rule.layers(fqn);
    }

    public void tellUnused(Problems problems) {
        sections.forEach((section, rule) -> rule.tellUnused(table(section), problems));
    }

    private static String normal(String section) {
        return section.equals("tests") ? "data_tests" : section;
    }

    private static boolean isKnown(String section) {
        return List.of("models", "seeds", "analyses", "data_tests", "tests", "sources", "exposures")
                .contains(section);
    }

    private static SettingTable table(String section) {
        return switch (section) {
            case "models" -> SettingTables.MODEL;
            case "seeds" -> SettingTables.SEED;
            case "analyses" -> SettingTables.ANALYSIS;
            case "data_tests" -> SettingTables.TEST;
            case "sources" -> SettingTables.SOURCE;
            default -> SettingTables.EXPOSURE;
        };
    }
}

package dev.assay.project;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.yaml.Fields;
import dev.assay.yaml.Yaml;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The blocks of folder settings: {@code models:}, {@code seeds:} and the like. What the settings mean is not known here. */
final class ProjectConfigs {

    private ProjectConfigs() {}

    /** By section, values rendered; hooks stay templates. */
    static Map<String, Yaml.Mapping> rendered(Fields fields, Templated templated) {
        var configs = new LinkedHashMap<String, Yaml.Mapping>();
        for (String section : ProjectKeys.SECTIONS) {
            written(fields, section)
                    .ifPresent(mapping -> configs.put(section, templated.mapping(mapping, ProjectKeys::isHook)));
        }
        return configs;
    }

    /** Tells of settings that would silently read as folders. */
    static void check(Fields fields, Problems problems) {
        for (String section : ProjectKeys.SECTIONS) {
            written(fields, section).ifPresent(mapping -> folder(mapping, "`" + section + "`", problems));
        }
    }

    private static Optional<Yaml.Mapping> written(Fields fields, String section) {
        boolean old = section.equals("data_tests") && !fields.has(section);
        return fields.submapping(old ? ProjectKeys.OLD_TESTS : section);
    }

    private static void folder(Yaml.Mapping mapping, String what, Problems problems) {
        for (Yaml.Entry entry : mapping.entries()) {
            if (entry.value() instanceof Yaml.Mapping inner && !entry.key().startsWith("+")) {
                if (ProjectKeys.MAPPING_SETTINGS.contains(entry.key()) && !holdsSettings(inner)) {
                    problems.add(Diagnostic.error(
                                    Code.UNKNOWN_KEY,
                                    entry.keySpan(),
                                    "`" + entry.key() + "` in " + what + " reads as a folder")
                            .note("in a folder of that name, settings begin with a plus")
                            .help("write `+" + entry.key() + "` to make it a setting"));
                } else {
                    folder(inner, what, problems);
                }
            }
        }
    }

    // A folder may be called `docs`: then its settings have a plus.
    private static boolean holdsSettings(Yaml.Mapping mapping) {
        return mapping.entries().stream()
                .anyMatch(entry -> entry.key().startsWith("+")
                        || (entry.value() instanceof Yaml.Mapping inner && holdsSettings(inner)));
    }
}

package dev.assay.project;

import dev.assay.diagnostic.Problems;
import dev.assay.source.SourceFile;
import dev.assay.yaml.YamlReader;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code var("x")} gives: the command line's word before the project's own scope ({@code vars: {shop: {x: 1}}})
 * before the rest of {@code vars:}. A value may be null, as YAML's may.
 */
public record Variables(Map<String, Object> values) {

    public Variables {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static Variables of(String projectName, Map<String, Object> project, Map<String, Object> commandLine) {
        var all = new LinkedHashMap<>(project);
        if (project.get(projectName) instanceof Map<?, ?> scoped) {
            all.remove(projectName);
            scoped.forEach((name, value) -> all.put(String.valueOf(name), value));
        }
        all.putAll(commandLine);
        return new Variables(all);
    }

    /** Reads {@code --vars}: a mapping in YAML or JSON. */
    public static Map<String, Object> typed(String text, Problems problems) {
        return typed(text, "--vars", problems);
    }

    /** Reads a mapping that was typed as an option. */
    public static Map<String, Object> typed(String text, String option, Problems problems) {
        return YamlReader.fields(new SourceFile(option, text), option, problems)
                .mapping()
                .plain();
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public Object get(String name) {
        return values.get(name);
    }

    public Collection<String> names() {
        return values.keySet();
    }
}

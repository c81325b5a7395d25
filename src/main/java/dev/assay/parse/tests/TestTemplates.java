package dev.assay.parse.tests;

import dev.assay.diagnostic.Problems;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.manifest.Reference;
import dev.assay.manifest.ResourceType;
import dev.assay.parse.settings.Paths;
import dev.assay.parse.settings.SettingReader;
import dev.assay.parse.settings.SettingTables;
import dev.assay.parse.templates.Recorder;
import dev.assay.parse.templates.TemplateReader;
import dev.assay.project.SourceTree;
import dev.assay.quality.TestKind;
import dev.assay.quality.WrittenReference;
import dev.assay.template.Callable;
import dev.assay.template.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the templates of generic tests read beside what their arguments name. Only a template that mentions a reference, or a
 * macro file that does, is rendered while the project is read: each use of such a test may read something else.
 */
public final class TestTemplates {

    private static final Pattern REFERENCE = Pattern.compile("\\b(?:ref|source)\\s*\\(");

    private final TemplateReader templates;
    private final Set<String> namespaces;
    private final Map<String, Boolean> reading = new HashMap<>();

    private TestTemplates(TemplateReader templates, Set<String> namespaces) {
        this.templates = templates;
        this.namespaces = namespaces;
    }

    public static TestTemplates of(TemplateReader templates, List<SourceTree.Entry> macroFiles) {
        var found = new TestTemplates(templates, new LinkedHashSet<>());
        var open = new ArrayList<>(macroFiles);
        // A macro file that names one with references has references, too.
        while (open.removeIf(
                file -> found.mentions(file.file().text()) && found.namespaces.add(Paths.stem(file.path())))) {}
        return found;
    }

    // Plain searches first: they are many times faster than a pattern, and most texts end there.
    private boolean mentions(String template) {
        boolean mayRefer = template.contains("ref") || template.contains("source");
        return (mayRefer && REFERENCE.matcher(template).find())
                || namespaces.stream().anyMatch(template::contains);
    }

    /**
     * What one use of a test reads by its template, with the targets still open.
     *
     * @param arguments as written in YAML, the tested column among them
     */
    public List<Reference> references(TestKind kind, Map<String, Object> arguments, Problems problems) {
        if (!reading.computeIfAbsent(
                kind.name(), any -> mentions(kind.template().text()))) {
            return List.of();
        }
        var recorder = recorder(problems);
        try {
            templates.templates().render(kind.template(), scope(recorder, kind, arguments, problems));
        } catch (ProblemsFound found) {
            problems.addAll(found.problems());
        }
        return recorder.references();
    }

    private static Recorder recorder(Problems problems) {
        return new Recorder(new SettingReader(SettingTables.TEST, "the config of a test", problems), false);
    }

    /** The names are those of a run. What the warehouse would have to be asked for is empty. */
    private Scope scope(Recorder recorder, TestKind kind, Map<String, Object> arguments, Problems problems) {
        var names = new HashMap<>(
                recorder.scope(templates.base(), ResourceType.MODEL, Map.of()).names());
        // It compares with what readers see, and does not wait for the relation that is built now.
        names.put(
                "published",
                recorder(problems)
                        .scope(templates.base(), ResourceType.TEST, Map.of())
                        .names()
                        .get("ref"));
        // The relation under test stands in for each relation, and has no `this` of its own in a run.
        Object relation = names.remove("this");
        kind.parameters().forEach(parameter -> names.remove(parameter.name()));
        kind.parameters()
                .forEach(parameter -> parameter.defaultValue().ifPresent(value -> names.put(parameter.name(), value)));
        names.put("literal", (Callable) call -> "");
        names.put("column", (Callable) call -> "");
        arguments.forEach((name, value) -> given(name, value, relation).ifPresent(some -> names.put(name, some)));
        names.put("relation", relation);
        names.put("model", relation);
        return new Scope(names);
    }

    /** A null stands for nothing; whichever relation an argument names, it is the same to the template. */
    private static Optional<Object> given(String argument, Object value, Object relation) {
        return switch (value) {
            case null -> Optional.empty();
            case String text ->
                Optional.of(WrittenReference.ofArgument(argument, text).isPresent() ? relation : text);
            case List<?> list ->
                Optional.of(list.stream()
                        .flatMap(item -> given(argument, item, relation).stream())
                        .toList());
            default -> Optional.of(value);
        };
    }
}

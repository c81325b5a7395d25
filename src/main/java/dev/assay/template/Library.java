package dev.assay.template;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.diagnostic.ProblemsFound;
import freemarker.template.Template;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The macro files, parsed. */
final class Library {

    /** A macro file that can be used. */
    record Entry(Templates.MacroFile macros, TemplateSource written, Template template) {}

    private final Map<String, Entry> entries;

    private Library(Map<String, Entry> entries) {
        this.entries = Collections.unmodifiableMap(entries);
    }

    static Library of(List<Templates.MacroFile> macros, TemplateParser parser) {
        var problems = new Problems();
        var entries = new TreeMap<String, Entry>();
        for (var file : macros) {
            var first = entries.get(file.namespace());
            if (first != null) {
                problems.add(twice(first.macros(), file));
                continue;
            }
            try {
                var written = TemplateSource.whole(file.file());
                JinjaRemains.throwIfAny(written);
                entries.put(
                        file.namespace(),
                        new Entry(file, written, parser.parse(templateName(file.namespace()), written)));
            } catch (ProblemsFound found) {
                problems.addAll(found.problems());
            }
        }
        problems.throwIfErrors();
        return new Library(entries);
    }

    /** No name that a model's template has. */
    static String templateName(String namespace) {
        return "macros of " + namespace;
    }

    Entry get(String namespace) {
        return entries.get(namespace);
    }

    /** The macro file of which FreeMarker speaks. */
    java.util.Optional<Entry> named(String templateName) {
        return entries.values().stream()
                .filter(entry -> entry.template().getSourceName().equals(templateName))
                .findFirst();
    }

    java.util.Collection<Entry> all() {
        return entries.values();
    }

    SortedSet<String> namespaces() {
        return new TreeSet<>(entries.keySet());
    }

    private static Diagnostic twice(Templates.MacroFile first, Templates.MacroFile second) {
        String headline = "two macro files are called `" + second.namespace() + "`";
        return Diagnostic.error(Code.DUPLICATE_NAME, second.file().top(), headline)
                .other(first.file().top(), "the first one")
                .help("a macro file's name is its namespace: rename one of them");
    }
}

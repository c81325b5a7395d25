package dev.assay.parse;

import dev.assay.diagnostic.Problems;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.source.Span;
import dev.assay.template.Scope;
import dev.assay.template.Templates;
import dev.assay.yaml.Yaml;
import java.util.List;
import java.util.Set;

/** Renders the texts of YAML that are templates. A text without an opening sign is left alone, and costs nothing. */
record YamlTexts(Templates templates, Scope scope, Problems problems) {

    /** Rendered elsewhere: descriptions know {@code doc}, tests know {@code ref}, hooks run much later. */
    private static final Set<String> KEPT = Set.of(
            "description",
            "data_tests",
            "tests",
            "depends_on",
            "pre_hook",
            "pre-hook",
            "post_hook",
            "post-hook",
            "after_publish",
            "after-publish");

    YamlTexts with(Scope other) {
        return new YamlTexts(templates, other, problems);
    }

    /** The same value, its texts rendered; keys stay as they are. */
    Yaml rendered(Yaml yaml) {
        return switch (yaml) {
            case Yaml.Scalar scalar -> scalar(scalar);
            case Yaml.Sequence list ->
                new Yaml.Sequence(list.items().stream().map(this::rendered).toList(), list.span());
            case Yaml.Mapping mapping -> mapping(mapping);
        };
    }

    Yaml.Mapping mapping(Yaml.Mapping mapping) {
        List<Yaml.Entry> entries = mapping.entries().stream()
                .map(entry -> KEPT.contains(entry.key())
                        ? entry
                        : new Yaml.Entry(entry.key(), entry.keySpan(), rendered(entry.value())))
                .toList();
        return new Yaml.Mapping(entries, mapping.span());
    }

    Yaml.Scalar scalar(Yaml.Scalar scalar) {
        if (!(scalar.plain() instanceof String text) || !isTemplate(text)) {
            return scalar;
        }
        String rendered = text(scalar, text);
        return new Yaml.Scalar(rendered, rendered, scalar.span());
    }

    private String text(Yaml.Scalar scalar, String text) {
        try {
            Span span = scalar.span();
            String written = span.text();
            if (written.equals(text)) {
                return templates.renderText(span, scope);
            }
            boolean quoted = written.length() == text.length() + 2 && written.startsWith(text, 1);
            return quoted
                    ? templates.renderText(span.file().span(span.start() + 1, span.end() - 1), scope)
                    : templates.renderText(text, span, scope);
        } catch (ProblemsFound found) {
            problems.addAll(found.problems());
            return text;
        }
    }

    static boolean isTemplate(String text) {
        return text.contains("${") || text.contains("[#") || text.contains("[@");
    }
}

package dev.assay.project;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Problems;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.source.Span;
import dev.assay.template.JinjaRemains;
import dev.assay.template.Scope;
import dev.assay.template.Templates;
import dev.assay.yaml.Yaml;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Fills the holes in the values of a YAML file. What becomes a number or a flag by that is one. */
public record Templated(Templates templates, Scope scope, Problems problems) {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");

    public static boolean isTemplate(String text) {
        return text.contains("${") || text.contains("[#") || text.contains("[@");
    }

    public Templated in(Scope other) {
        return new Templated(templates, other, problems);
    }

    /** The value with every text in it rendered; what could not be is a problem and reads as absent. */
    public Yaml rendered(Yaml value) {
        return rendered(value, key -> false);
    }

    /**
     * @param later keys whose values stay templates: hooks, which know their relation only when it is built
     */
    public Yaml rendered(Yaml value, Predicate<String> later) {
        return switch (value) {
            case Yaml.Scalar scalar -> scalar(scalar);
            case Yaml.Sequence list ->
                new Yaml.Sequence(
                        list.items().stream().map(item -> rendered(item, later)).toList(), list.span());
            case Yaml.Mapping mapping -> mapping(mapping, later);
        };
    }

    public Yaml.Mapping mapping(Yaml.Mapping mapping, Predicate<String> later) {
        return new Yaml.Mapping(
                mapping.entries().stream()
                        .map(entry -> later.test(entry.key())
                                ? entry
                                : new Yaml.Entry(entry.key(), entry.keySpan(), rendered(entry.value(), later)))
                        .toList(),
                mapping.span());
    }

    public Yaml.Scalar scalar(Yaml.Scalar scalar) {
        if (!(scalar.plain() instanceof String text)) {
            return scalar;
        }
        List<JinjaRemains.Remain> jinja = JinjaRemains.in(text);
        if (!jinja.isEmpty()) {
            problems.add(jinja.getFirst().problem(Code.WRONG_VALUE, scalar.span()));
            return new Yaml.Scalar(null, text, scalar.span());
        }
        if (!isTemplate(text)) {
            return scalar;
        }
        try {
            String rendered = render(text, scalar.span());
            return new Yaml.Scalar(typed(rendered), rendered, scalar.span());
        } catch (ProblemsFound found) {
            problems.addAll(found.problems());
            return new Yaml.Scalar(null, text, scalar.span());
        }
    }

    // Where the text stands in the file letter by letter, a problem can point into it.
    private String render(String text, Span written) {
        int at = written.text().indexOf(text);
        return at < 0
                ? templates.renderText(text, written, scope)
                : templates.renderText(
                        written.file().span(written.start() + at, written.start() + at + text.length()), scope);
    }

    private static Object typed(String rendered) {
        if (rendered.equals("true") || rendered.equals("false")) {
            return Boolean.valueOf(rendered);
        }
        return WHOLE_NUMBER.matcher(rendered).matches() ? (Object) Long.valueOf(rendered) : rendered;
    }
}

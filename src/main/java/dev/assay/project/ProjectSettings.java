package dev.assay.project;

import dev.assay.yaml.Fields;
import dev.assay.yaml.Keys;
import dev.assay.yaml.Yaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings of the project file that are neither paths nor folder settings. */
final class ProjectSettings {

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,5})\\s*(h|hours?|d|days?)?");
    private static final int SAMPLE_LIMIT = 20;
    private static final int KEEP_DAYS = 400;
    private static final int KEEP_CANDIDATES_HOURS = 24;

    private final Templated templated;

    ProjectSettings(Templated templated) {
        this.templated = templated;
    }

    Optional<String> text(Fields fields, String key) {
        return fields.scalar(key)
                .map(templated::scalar)
                .filter(scalar -> scalar.plain() != null)
                .map(Yaml.Scalar::written);
    }

    String word(Fields fields, String key, List<String> words, String usual) {
        return rendered(fields, key).word(key, words).orElse(usual);
    }

    ProjectFile.Quality quality(Fields fields) {
        Fields quality = block(fields, "quality", ProjectKeys.QUALITY);
        return new ProjectFile.Quality(
                quality.text("schema"),
                quality.number("sample_limit", 0).map(ProjectSettings::bounded).orElse(SAMPLE_LIMIT),
                quality.number("keep_days", 1).map(ProjectSettings::bounded).orElse(KEEP_DAYS),
                quality.text("keep_candidates")
                        .map(text -> hours(text, quality))
                        .orElse(KEEP_CANDIDATES_HOURS));
    }

    Map<String, Object> flags(Fields fields) {
        var flags = new LinkedHashMap<String, Object>();
        block(fields, "flags", ProjectKeys.FLAGS).mapping().entries().forEach(entry -> {
            if (entry.value() instanceof Yaml.Scalar scalar && scalar.plain() != null) {
                flags.put(entry.key(), scalar.plain());
            }
        });
        return Map.copyOf(flags);
    }

    /** Words that are taken for dbt's sake: checked, so that a misspelt one is told. */
    void checkTheRest(Fields fields) {
        Fields quoting = block(fields, "quoting", ProjectKeys.QUOTING);
        ProjectKeys.QUOTING
                .names()
                .forEach(key -> quoting.flag(key)
                        .filter(on -> !on)
                        .ifPresent(off -> quoting.problems()
                                .add(quoting.wrong(key, quoting.value(key).orElseThrow(), "true")
                                        .label("assay always quotes names"))));
        fields.each("dispatch", "an item of `dispatch`").forEach(item -> item.only(ProjectKeys.DISPATCH));
        if (fields.value("query-comment").orElse(null) instanceof Yaml.Mapping) {
            fields.fields("query-comment", "`query-comment`").only(ProjectKeys.QUERY_COMMENT);
        }
    }

    private Fields block(Fields fields, String key, Keys known) {
        return rendered(fields, key).fields(key, "`" + key + "`").only(known);
    }

    // The same fields with one value rendered, so that each is rendered once and read by type after that.
    private Fields rendered(Fields fields, String key) {
        var one = fields.mapping().entries().stream()
                .filter(entry -> entry.key().equals(key))
                .map(entry -> new Yaml.Entry(key, entry.keySpan(), templated.rendered(entry.value())))
                .toList();
        return new Fields(new Yaml.Mapping(one, fields.mapping().span()), fields.what(), templated.problems());
    }

    private int hours(String text, Fields quality) {
        Matcher duration = DURATION.matcher(text.strip());
        if (!duration.matches()) {
            quality.problems()
                    .add(quality.wrong(
                                    "keep_candidates",
                                    quality.value("keep_candidates").orElseThrow(),
                                    "a time")
                            .label("hours or days, as in 24h or 2 days"));
            return KEEP_CANDIDATES_HOURS;
        }
        boolean days = duration.group(2) != null && duration.group(2).startsWith("d");
        return Integer.parseInt(duration.group(1)) * (days ? 24 : 1);
    }

    private static int bounded(long number) {
        return (int) Math.min(number, Integer.MAX_VALUE);
    }
}

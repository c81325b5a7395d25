package dev.assay.project;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.source.Span;
import dev.assay.yaml.Fields;
import dev.assay.yaml.Yaml;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Keys of the project file that assay knows and does not act on yet. Errors go to the problems of the file. */
record IgnoredKeys(Fields fields) {

    private static final List<String> TOP = List.of("query-comment", "dispatch");

    /** Without these, another run is made than the project asks for. */
    private static final Set<String> RUN_FLAGS =
            Set.of("fail_fast", "indirect_selection", "store_failures", "warn_error");

    /** Values that ask for what assay does anyway, where that is not `false`. */
    private static final Map<String, Set<String>> MET = Map.of(
            "indirect_selection", Set.of("eager"),
            "log_format", Set.of("text", "default"),
            "use_colors", Set.of("true"));

    /** @param flags rendered */
    List<Diagnostic> warnings(Map<String, Object> flags) {
        var warnings = new ArrayList<Diagnostic>();
        TOP.stream()
                .filter(key -> fields.value(key)
                        .filter(value -> !NotImplemented.asksForNothing(value.plain()))
                        .isPresent())
                .forEach(key -> warnings.add(NotImplemented.warning(key, fields.place(key))));
        if (fields.value("quality").orElse(null) instanceof Yaml.Mapping quality
                && quality.get("keep_days").isPresent()) {
            warnings.add(NotImplemented.warning("keep_days", place("quality", "keep_days")));
        }
        for (String flag : ProjectKeys.FLAGS.names()) {
            Object value = flags.get(flag);
            if (value != null && !MET.getOrDefault(flag, Set.of("false")).contains(value.toString())) {
                tellOfFlag(flag, warnings);
            }
        }
        return List.copyOf(warnings);
    }

    private void tellOfFlag(String flag, List<Diagnostic> warnings) {
        Span place = place("flags", flag);
        if (RUN_FLAGS.contains(flag)) {
            fields.problems()
                    .add(NotImplemented.error(flag, place)
                            .help("remove it, and give the command --" + flag.replace('_', '-') + ", or set ASSAY_"
                                    + flag.toUpperCase(Locale.ROOT)));
        } else {
            warnings.add(NotImplemented.warning(flag, place));
        }
    }

    /** Sessions run in UTC, so only a zone that is UTC is what the project gets. */
    void checkTimezone(String name) {
        try {
            if (!ZoneId.of(name).normalized().equals(ZoneOffset.UTC)) {
                fields.problems()
                        .add(NotImplemented.error("timezone", fields.place("timezone"))
                                .note("sessions run in UTC, and so do `current_date` and `run_started_at`")
                                .help("remove it, and convert times in the SQL of the models"));
            }
        } catch (DateTimeException unknown) {
            fields.problems()
                    .add(fields.wrong("timezone", fields.value("timezone").orElseThrow(), "a time zone")
                            .label("as in Europe/Berlin or UTC"));
        }
    }

    private Span place(String block, String key) {
        return fields.value(block)
                .filter(Yaml.Mapping.class::isInstance)
                .map(Yaml.Mapping.class::cast)
                .flatMap(mapping -> mapping.entries().stream()
                        .filter(entry -> entry.key().equals(key))
                        .findFirst())
                .map(Yaml.Entry::keySpan)
                .orElseGet(() -> fields.place(block));
    }
}

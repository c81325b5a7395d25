package dev.assay.parse.settings;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.diagnostic.Spelling;
import dev.assay.source.Span;
import dev.assay.template.Call;
import dev.assay.yaml.Keys;
import dev.assay.yaml.Yaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Checks settings against a table: unknown keys and values of the wrong shape are problems with their place.
 *
 * @param what the place as its author would call it: {@code the config of model `orders`}
 */
public record SettingReader(SettingTable table, String what, Problems problems) {

    /** The settings of a YAML mapping whose strings are rendered already. */
    public Layer mapping(Yaml.Mapping mapping) {
        var settings = new LinkedHashMap<String, WrittenSetting>();
        for (Yaml.Entry entry : mapping.entries()) {
            read(
                            entry.key(),
                            entry.value().plain(),
                            entry.keySpan(),
                            entry.value().span())
                    .ifPresent(setting -> settings.put(normal(entry.key()), setting));
        }
        return new Layer(settings);
    }

    /** The settings of a call: {@code [@config materialized="table" /]} or {@code ${config({"materialized": "table"})}}. */
    public Layer call(Call call) {
        var settings = new LinkedHashMap<String, WrittenSetting>();
        for (Object given : call.positional()) {
            if (given instanceof Map<?, ?> map) {
                map.forEach((key, value) -> callSetting(call, key.toString(), value, settings));
            } else {
                problems.add(Diagnostic.error(Code.WRONG_VALUE, call.place(), "config takes settings by their names")
                        .help("write it like [@config materialized=\"table\" /]"));
            }
        }
        call.named().forEach((key, value) -> callSetting(call, key, value, settings));
        return new Layer(settings);
    }

    private void callSetting(Call call, String key, Object value, Map<String, WrittenSetting> settings) {
        Span place = within(call.place(), key);
        read(key, value, place, place).ifPresent(setting -> settings.put(normal(key), setting));
    }

    Optional<WrittenSetting> read(String key, Object given, Span keyPlace, Span valuePlace) {
        SettingShape shape = table.shapes().get(normal(key));
        if (shape == null) {
            problems.add(unknown(key, keyPlace));
            return Optional.empty();
        }
        if (given == null) {
            return Optional.empty();
        }
        Optional<Object> value = shape.read(given);
        if (value.isEmpty()) {
            problems.add(wrong(key, shape, given, valuePlace));
        }
        return value.map(read -> new WrittenSetting(read, keyPlace));
    }

    private Diagnostic unknown(String key, Span place) {
        // A cut is of a run: a node that went its own way would leave what needs it, or what it needs, behind.
        if (normal(key).equals("publish") && table.knows("publish_group")) {
            return Diagnostic.error(Code.UNKNOWN_KEY, place, "unknown key `" + key + "` in " + what)
                    .label("it belongs to the project")
                    .note("when readers see what was built is one decision for a whole run")
                    .help("write `publish: …` at the top of assay_project.yml, or type it for one run: assay build"
                            + " --publish …")
                    .help("what shall become visible together, as soon as it can, has a `publish_group`");
        }
        var entry = new Yaml.Entry(key, place, new Yaml.Scalar(null, "", place));
        return new Keys(List.copyOf(new TreeSet<>(table.shapes().keySet()))).unknown(entry, what);
    }

    private Diagnostic wrong(String key, SettingShape shape, Object given, Span place) {
        var problem =
                Diagnostic.error(Code.WRONG_VALUE, place, "`" + key + "` in " + what + " has to be " + shape.words());
        if (shape instanceof SettingShape.Word word && given instanceof String text) {
            // A file has all models in it: it cannot be one model's way.
            if (normal(key).equals("publish_by") && text.equals("file")) {
                return problem.help(
                        "a file is published as a whole: say `publish_by: file` of the output in profiles.yml");
            }
            List<String> near = Spelling.near(text, word.known());
            return near.isEmpty() ? problem : problem.label("a similar word exists: `" + near.getFirst() + "`");
        }
        return problem.label(
                switch (given) {
                    case List<?> list -> "this is a list";
                    case Map<?, ?> map -> "this is a mapping";
                    case Boolean flag -> "this is true or false";
                    case Number number -> "this is a number";
                    default -> "this is text";
                });
    }

    /** Keys with a dash and keys with an underscore are one. */
    public static String normal(String key) {
        return key.replace('-', '_');
    }

    /** The key inside the call's text; the whole call where it is not written there as a word. */
    private static Span within(Span call, String key) {
        String text = call.text();
        for (int at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
            int end = at + key.length();
            boolean begins = at == 0 || !isWordPart(text.charAt(at - 1));
            if (begins && (end == text.length() || !isWordPart(text.charAt(end)))) {
                return call.file().span(call.start() + at, call.start() + end);
            }
        }
        return call;
    }

    private static boolean isWordPart(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_' || letter == '-';
    }
}

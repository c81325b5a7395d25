package dev.assay.parse.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the value of a setting may look like. Reading gives the one form in which everybody meets it later. */
public sealed interface SettingShape {

    /** The value in its one form, or empty where it is of another shape. */
    Optional<Object> read(Object given);

    /** For a message: what the value has to be. */
    String words();

    /** True or false; a rendered variable is text. */
    record Flag() implements SettingShape {

        @Override
        public Optional<Object> read(Object given) {
            String word = given.toString().toLowerCase(Locale.ROOT);
            return word.equals("true") || word.equals("false") ? Optional.of(Boolean.valueOf(word)) : Optional.empty();
        }

        @Override
        public String words() {
            return "true or false";
        }
    }

    record Whole() implements SettingShape {

        @Override
        public Optional<Object> read(Object given) {
            String digits = given.toString().strip();
            return digits.matches("[-+]?[0-9]{1,18}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
        }

        @Override
        public String words() {
            return "a whole number";
        }
    }

    record Text() implements SettingShape {

        @Override
        public Optional<Object> read(Object given) {
            return isScalar(given) ? Optional.of(given.toString()) : Optional.empty();
        }

        @Override
        public String words() {
            return "text";
        }
    }

    /** A list of texts; one text stands for a list of one. */
    record Texts() implements SettingShape {

        @Override
        public Optional<Object> read(Object given) {
            List<?> items = given instanceof List<?> list ? list : List.of(given);
            return items.stream().allMatch(SettingShape::isScalar)
                    ? Optional.of(items.stream().map(Object::toString).toList())
                    : Optional.empty();
        }

        @Override
        public String words() {
            return "a text or a list of texts";
        }
    }

    /** Texts of SQL, or dbt's mappings with the text under {@code sql}. */
    record Hooks() implements SettingShape {

        @Override
        public Optional<Object> read(Object given) {
            List<?> items = given instanceof List<?> list ? list : List.of(given);
            return new Texts()
                    .read(items.stream()
                            .map(item ->
                                    item instanceof Map<?, ?> map && map.get("sql") != null ? map.get("sql") : item)
                            .toList());
        }

        @Override
        public String words() {
            return "SQL or a list of SQL texts";
        }
    }

    record Mapping() implements SettingShape {

        @Override
        public Optional<Object> read(Object given) {
            return given instanceof Map<?, ?> ? Optional.of(given) : Optional.empty();
        }

        @Override
        public String words() {
            return "a mapping";
        }
    }

    /** One of a few words; YAML takes {@code off} for false. */
    record Word(List<String> known) implements SettingShape {

        @Override
        public Optional<Object> read(Object given) {
            String word = given.equals(false) ? "off" : given.toString().toLowerCase(Locale.ROOT);
            return isScalar(given) && known.contains(word) ? Optional.of(word) : Optional.empty();
        }

        @Override
        public String words() {
            return known.stream()
                    .map(word -> "`" + word + "`")
                    .reduce((a, b) -> a + ", " + b)
                    .map(list -> "one of " + list)
                    .orElseThrow();
        }
    }

    record Anything() implements SettingShape {

        @Override
        public Optional<Object> read(Object given) {
            return Optional.of(given);
        }

        @Override
        public String words() {
            return "anything";
        }
    }

    private static boolean isScalar(Object given) {
        return given != null && !(given instanceof List<?>) && !(given instanceof Map<?, ?>);
    }
}

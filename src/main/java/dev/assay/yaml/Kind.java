package dev.assay.yaml;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** What a value is, in words for a message, and what it can be read as. */
enum Kind {
    NOTHING("nothing stands here"),
    TEXT("this is text"),
    NUMBER("this is a number"),
    FLAG("this is true or false"),
    LIST("this is a list"),
    MAPPING("this is a mapping");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    static Kind of(Yaml value) {
        return switch (value) {
            case Yaml.Sequence list -> LIST;
            case Yaml.Mapping mapping -> MAPPING;
            case Yaml.Scalar scalar ->
                switch (scalar.plain()) {
                    case null -> NOTHING;
                    case Boolean flag -> FLAG;
                    case Number number -> NUMBER;
                    default -> TEXT;
                };
        };
    }

    static Optional<Boolean> flag(Yaml value) {
        return value instanceof Yaml.Scalar scalar
                ? switch (String.valueOf(scalar.plain()).toLowerCase(Locale.ROOT)) {
                    case "true" -> Optional.of(true);
                    case "false" -> Optional.of(false);
                    default -> Optional.empty();
                }
                : Optional.empty();
    }

    static Optional<Long> number(Yaml value) {
        return switch (value) {
            case Yaml.Scalar(Long number, String written, var span) -> Optional.of(number);
            case Yaml.Scalar(String text, String written, var span)
            when text.strip().matches("[-+]?[0-9]{1,18}") -> Optional.of(Long.valueOf(text.strip()));
            default -> Optional.empty();
        };
    }

    static Optional<BigDecimal> decimal(Yaml value) {
        return switch (value) {
            case Yaml.Scalar(Long number, String written, var span) -> Optional.of(BigDecimal.valueOf(number));
            case Yaml.Scalar(Number number, String written, var span) -> digits(written);
            case Yaml.Scalar(String text, String written, var span) -> digits(text);
            default -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> digits(String written) {
        try {
            return Optional.of(new BigDecimal(written.strip().replace("_", "")));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}

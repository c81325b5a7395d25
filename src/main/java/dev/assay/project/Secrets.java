package dev.assay.project;

import dev.assay.yaml.Yaml;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The values that no output may show. Filled while the project is read, from the first moment on, so that even the
 * problem of a half-read profile is printed without its password. Every text that leaves the program goes through {@link
 * #mask}.
 */
public final class Secrets {

    /** What stands in the place of a secret. */
    public static final String HIDDEN = "***";

    /** Shorter ones would hide half of every message, and keep nothing secret. */
    private static final int SHORTEST = 4;

    private static final int SHORTEST_OF_STRANGERS = 6;

    private static final Pattern NAME = Pattern.compile("(?i)(?!.*(_|-)(path|file|dir|name|id)$)"
            + ".*(password|passwd|passphrase|passcode|secret|token|private[_-]?key|api[_-]?key|access[_-]?key"
            + "|credential|(^|_)pass$|(^|_)pwd$).*|(?i).*key_id");
    private static final Pattern FOLDER_NAME = Pattern.compile("(OLD)?PWD");
    private static final Pattern IN_ADDRESS = Pattern.compile("(://[^\\s:/@'\"]*:)[^\\s/@'\"]+@");
    private static final Pattern WRITTEN = Pattern.compile(
            "(?m)[\"']?([A-Za-z_]+)[\"']?[ \\t]*:[ \\t]+(?:\"([^\"\\n]*)\"|'([^'\\n]*)'|([^\\s,{}\\[][^\\s,}]*))");
    private static final Set<String> PLAIN_WORDS = Set.of("true", "false", "none", "null", "test", "prod");

    private volatile List<String> values = List.of();

    /** Whether a field or an environment variable of this name holds a secret, as names go. */
    public static boolean looksSecret(String name) {
        return NAME.matcher(name).matches() && !FOLDER_NAME.matcher(name).matches();
    }

    /**
     * A value that has to be hidden from now on; a key of several lines is hidden line by line too, and so is what becomes
     * of it where SQL, CSV, JSON or XML hold it.
     */
    public void add(String value) {
        Stream<String> pieces =
                Stream.concat(Stream.of(value.strip()), value.lines().map(String::strip));
        values = Stream.concat(
                        values.stream(), pieces.filter(Secrets::worthHiding).flatMap(Secrets::written))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static Stream<String> written(String value) {
        String inXml = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return Stream.of(
                value,
                value.replace("'", "''"),
                value.replace("\"", "\"\""),
                value.replace("\\", "\\\\").replace("\"", "\\\""),
                inXml.replace("\"", "&quot;"));
    }

    /** All variables whose names look secret, whether the project reads them or not. */
    public void addFrom(Environment environment) {
        environment.values().forEach((name, value) -> {
            if (value.length() >= SHORTEST_OF_STRANGERS && looksSecret(name)) {
                add(value);
            }
        });
    }

    /** The project's variables and those that were typed, at any depth. */
    public void addFrom(Variables variables) {
        variables.values().forEach(this::addValue);
    }

    private void addValue(String name, Object value) {
        switch (value) {
            case Map<?, ?> map -> map.forEach((key, inner) -> addValue(looksSecret(name) ? name : "" + key, inner));
            case Collection<?> list -> list.forEach(item -> addValue(name, item));
            case null -> {}
            case Boolean flag -> {}
            default -> {
                if (looksSecret(name) && value.toString().length() >= SHORTEST_OF_STRANGERS) {
                    add(value.toString());
                }
            }
        }
    }

    /** What a profiles.yml, or a text of variables, has written out; looked for in its text, since it may be no YAML at all. */
    public void addFrom(String profilesText) {
        Matcher found = WRITTEN.matcher(profilesText);
        while (found.find()) {
            if (looksSecret(found.group(1))) {
                Stream.of(found.group(2), found.group(3), found.group(4))
                        .filter(value -> value != null && !value.contains("${") && !value.matches("[|>&*\\[{].*"))
                        .forEach(this::add);
            }
        }
    }

    /** The secrets of a resolved target, at any depth; what its other fields show is none. */
    public void addFrom(Target target) {
        addFields("", target.fields());
        target.fields().entries().stream()
                .filter(entry -> entry.value() instanceof Yaml.Scalar && !looksSecret(entry.key()))
                .forEach(entry -> release(((Yaml.Scalar) entry.value()).written()));
    }

    private void addFields(String key, Yaml value) {
        switch (value) {
            case Yaml.Mapping mapping -> mapping.entries().forEach(entry -> addFields(entry.key(), entry.value()));
            case Yaml.Sequence list -> list.items().forEach(item -> addFields(key, item));
            case Yaml.Scalar scalar when scalar.plain() != null && looksSecret(key) -> add(scalar.written());
            case Yaml.Scalar scalar -> {}
        }
    }

    /** What is printed anyway keeps no secret: a password that is the user's name hides nothing. */
    private void release(String shown) {
        var kept = new ArrayList<>(values);
        kept.remove(shown.strip());
        values = List.copyOf(kept);
    }

    /** The text without any secret in it. */
    public String mask(String text) {
        String masked = text;
        for (String value : values) {
            masked = masked.replace(value, HIDDEN);
        }
        return masked.contains("://") ? IN_ADDRESS.matcher(masked).replaceAll("$1" + HIDDEN + "@") : masked;
    }

    private static boolean worthHiding(String value) {
        return value.length() >= SHORTEST && !PLAIN_WORDS.contains(value.toLowerCase(Locale.ROOT));
    }
}

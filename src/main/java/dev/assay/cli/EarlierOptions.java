package dev.assay.cli;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.project.Secrets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The options of the run that a retry goes on from, as its artifact keeps them.
 *
 * @param given by the names that artifacts use: {@code full_refresh}
 */
record EarlierOptions(Map<String, Object> given) {

    Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name)).map(Object::toString);
    }

    Optional<Integer> number(String name) {
        return Optional.ofNullable(given.get(name))
                .filter(Number.class::isInstance)
                .map(value -> ((Number) value).intValue());
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(given.get(name));
    }

    /** @throws ProblemsFound where they were masked: then only the user knows them */
    Optional<String> variables() {
        Optional<String> written = text("vars");
        if (written.filter(text -> text.contains(Secrets.HIDDEN)).isPresent()) {
            throw new ProblemsFound(
                    Diagnostic.error(Code.USAGE, "the variables of the last run hold a secret, which no file keeps")
                            .help("type them again: assay retry --vars '{…}'"));
        }
        return written;
    }

    /** What is now in force and was not typed, as one would type it. */
    static List<String> takenOver(Map<String, Object> typed, Map<String, Object> inForce) {
        var taken = new TreeMap<>(inForce);
        taken.entrySet().removeIf(option -> option.getValue().equals(typed.get(option.getKey())));
        return taken.entrySet().stream()
                .map(option -> "--" + option.getKey().replace('_', '-') + value(option.getValue()))
                .toList();
    }

    private static String value(Object value) {
        return switch (value) {
            case Boolean flag -> "";
            case String text when !text.matches("[A-Za-z0-9_./-]+") -> " '" + text + "'";
            default -> " " + value;
        };
    }
}

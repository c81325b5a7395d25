package dev.assay.warehouse.duckdb;

import dev.assay.diagnostic.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * DuckDB adds a guess to every name that it does not know, however far off: {@code Did you mean "pg_indexes"?} A guess that is
 * spelt like what was written helps; another one leads astray, and is left out.
 */
final class DuckDBGuesses {

    private static final Pattern GUESS = Pattern.compile("^(?:Candidate (?:bindings|tables|functions)|Did you mean).*");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern NAMED = Pattern.compile("(?:with name|Function|Type) (?:\")?([^\\s\"]+)");

    private DuckDBGuesses() {}

    static String sifted(String words) {
        Optional<String> meant = words.lines().findFirst().flatMap(DuckDBGuesses::name);
        return meant.isEmpty()
                ? words
                : words.lines()
                        .filter(line -> !GUESS.matcher(line).matches() || isNear(meant.get(), line))
                        .collect(Collectors.joining("\n"));
    }

    private static Optional<String> name(String refusal) {
        Matcher named = NAMED.matcher(refusal);
        Matcher quoted = QUOTED.matcher(refusal);
        return named.find()
                ? Optional.of(bare(named.group(1)))
                : quoted.find() ? Optional.of(bare(quoted.group(1))) : Optional.empty();
    }

    private static boolean isNear(String meant, String guess) {
        List<String> names = QUOTED.matcher(guess)
                .results()
                .map(found -> bare(found.group(1)))
                .toList();
        return names.isEmpty() || !Spelling.near(meant, names).isEmpty();
    }

    private static String bare(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}

package dev.assay.yaml;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.diagnostic.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys that a mapping may hold. A table of these is what a reader knows, and what the editor's schema lists. */
public record Keys(List<String> names) {

    /** A longer list helps nobody who looks for one word. */
    private static final int NOTED = 10;

    public Keys {
        names = List.copyOf(names);
    }

    public static Keys of(String... names) {
        return new Keys(List.of(names));
    }

    public Keys and(String... more) {
        return and(new Keys(Arrays.asList(more)));
    }

    public Keys and(Keys more) {
        return new Keys(
                Stream.concat(names.stream(), more.names.stream()).distinct().toList());
    }

    public boolean knows(String key) {
        return names.contains(key);
    }

    /**
     * Tells of every key of the mapping that is not in the table.
     *
     * @param what the mapping as its author would call it: {@code a column of model `orders`}
     */
    public void check(Yaml.Mapping mapping, String what, Problems problems) {
        mapping.entries().stream()
                .filter(entry -> !knows(entry.key()))
                .forEach(entry -> problems.add(unknown(entry, what)));
    }

    /** The problem of one key that the table does not have. */
    public Diagnostic unknown(Yaml.Entry entry, String what) {
        var problem =
                Diagnostic.error(Code.UNKNOWN_KEY, entry.keySpan(), "unknown key `" + entry.key() + "` in " + what);
        List<String> near = Spelling.near(entry.key(), names);
        if (!near.isEmpty()) {
            problem = problem.label(
                    near.size() == 1 ? "a similar key exists: " + quoted(near) : "similar keys exist: " + quoted(near));
        }
        return names.size() <= NOTED && !names.isEmpty() ? problem.note("known keys: " + quoted(names)) : problem;
    }

    private static String quoted(List<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }
}

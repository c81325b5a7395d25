package dev.assay.publish.bound;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.publish.dependents.Dependent;
import dev.assay.result.RunEvent;
import dev.assay.sql.RelationName;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Why tables are published by difference though nobody asked for it: it takes longer, and leaves dead rows behind. */
final class DifferenceReasons {

    private static final int TABLES_NAMED = 10;
    private static final int DEPENDENTS_NAMED = 3;

    private DifferenceReasons() {}

    /** @param inPlace what depends on each table; nothing, where its settings ask for the difference */
    static Optional<RunEvent.Said> of(SortedMap<RelationName, List<Dependent>> inPlace) {
        var reasons = new TreeMap<RelationName, String>();
        inPlace.forEach((name, dependents) -> {
            if (!dependents.isEmpty()) {
                reasons.put(name, words(dependents));
            }
        });
        if (reasons.isEmpty()) {
            return Optional.empty();
        }
        String named = reasons.entrySet().stream()
                .limit(TABLES_NAMED)
                .map(reason -> reason.getKey() + " because of " + reason.getValue())
                .collect(Collectors.joining("; "));
        return Optional.of(new RunEvent.Said(
                Diagnostic.Level.NOTE,
                "published by difference instead of a swap: " + named + more(reasons.size() - TABLES_NAMED)));
    }

    private static String words(List<Dependent> dependents) {
        return dependents.stream().limit(DEPENDENTS_NAMED).map(Dependent::words).collect(Collectors.joining(", "))
                + more(dependents.size() - DEPENDENTS_NAMED);
    }

    private static String more(int count) {
        return count > 0 ? ", and " + count + " more" : "";
    }
}

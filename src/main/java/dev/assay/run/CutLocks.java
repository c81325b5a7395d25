package dev.assay.run;

import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps readers off what a cut exchanges. Locks are taken views first, as readers take them, and never waited for long:
 * whoever waits makes all readers behind it wait, and a server that looks for deadlocks after a second would end a
 * reader's statement. In between all of them are given back.
 */
record CutLocks(Session session, Wording wording, Interruption interruption) {

    private static final int SHORTLY_MILLIS = 100;
    private static final int LONG_ENOUGH_FOR_VACUUM_MILLIS = 1500;
    private static final int EVERY = 5;
    private static final int MOST_TRIES = 60;
    private static final long LONGEST_PAUSE_MILLIS = 2000;

    /**
     * What stands on the parts once nobody else can change that.
     *
     * @param also statements that lock, too, and wait as shortly
     */
    List<Dependent> take(Set<RelationName> parts, Map<RelationName, Kind> there, List<Statement> also) {
        var standing = new Standing(session, wording);
        long pause = SHORTLY_MILLIS / 2;
        for (int attempt = 1; ; attempt++) {
            List<Dependent> dependents = standing.on(there.keySet());
            standing.mark();
            try {
                locks(attempt, dependents, parts, there).forEach(session::execute);
                also.forEach(session::execute);
                if (standing.on(there.keySet()).equals(dependents)) {
                    return dependents;
                }
            } catch (WarehouseError refusal) {
                boolean again = refusal.kind() == WarehouseError.Kind.TRANSIENT
                        && attempt < MOST_TRIES
                        && !interruption.isRequested();
                if (!again) {
                    throw refusal;
                }
            }
            standing.goBack();
            Patience.pause(Duration.ofMillis(pause));
            pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 3 / 2);
        }
    }

    private List<Statement> locks(
            int attempt, List<Dependent> dependents, Set<RelationName> parts, Map<RelationName, Kind> there) {
        List<RelationName> tables = ofKind(Kind.TABLE, there);
        var statements = new ArrayList<Statement>();
        if (attempt % EVERY == 0 && !tables.isEmpty()) {
            statements.add(wording.statement(
                    "end a vacuum",
                    "end_vacuum",
                    Map.of("milliseconds", LONG_ENOUGH_FOR_VACUUM_MILLIS, "tables", tables)));
        }
        statements.add(wording.statement(
                "keep readers off for a moment",
                "lock_relations",
                Map.of(
                        "milliseconds",
                        SHORTLY_MILLIS,
                        "views",
                        views(dependents, parts),
                        "stored",
                        ofKind(Kind.MATERIALIZED_VIEW, there),
                        "tables",
                        tables)));
        return statements;
    }

    private static List<RelationName> ofKind(Kind kind, Map<RelationName, Kind> there) {
        return new TreeSet<>(there.keySet())
                .stream().filter(name -> there.get(name) == kind).toList();
    }

    private static List<Map<String, Object>> views(List<Dependent> dependents, Set<RelationName> parts) {
        var locked = new HashSet<RelationName>();
        return dependents.stream()
                .filter(dependent -> dependent.isView() && dependent.mayBeChanged())
                .filter(dependent -> dependent.direct() || parts.contains(dependent.name()))
                .sorted(Comparator.comparingInt(Dependent::depth).reversed().thenComparing(Dependent::name))
                .filter(dependent -> locked.add(dependent.name()))
                .map(view -> Map.<String, Object>of("relation", view.name(), "owner", new Identifier(view.owner())))
                .toList();
    }
}

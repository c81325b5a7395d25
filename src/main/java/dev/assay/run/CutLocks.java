package dev.assay.run;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.result.RunEvent;
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
record CutLocks(RunSetup setup, Session session, Wording wording) {

    private static final int SHORTLY_MILLIS = 100;
    private static final int LONG_ENOUGH_FOR_VACUUM_MILLIS = 1500;
    private static final int EVERY = 5;
    private static final long LONGEST_PAUSE_MILLIS = 2000;
    private static final Duration BEFORE_IT_IS_TOLD = Duration.ofSeconds(3);
    private static final Duration BEFORE_IT_IS_TOLD_AGAIN = Duration.ofSeconds(60);

    /**
     * What stands on the parts once nobody else can change that.
     *
     * @param also statements that lock, too, and wait as shortly
     */
    List<Dependent> take(Set<RelationName> parts, Map<RelationName, Kind> there, List<Statement> also) {
        var standing = new Standing(session, wording);
        long began = System.nanoTime();
        Duration told = BEFORE_IT_IS_TOLD;
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
                if (refusal.kind() != WarehouseError.Kind.TRANSIENT
                        || setup.interruption().isRequested()) {
                    throw refusal;
                }
            }
            standing.goBack();
            Duration waited = Duration.ofNanos(System.nanoTime() - began);
            if (waited.compareTo(setup.warehouse().readersPatience()) >= 0) {
                throw givenUp(waited, there);
            } else if (waited.compareTo(told) >= 0) {
                tell(there);
                told = waited.plus(BEFORE_IT_IS_TOLD_AGAIN);
            }
            Patience.pause(Duration.ofMillis(pause));
            pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 3 / 2);
        }
    }

    private void tell(Map<RelationName, Kind> there) {
        new Readers(session, wording)
                .of(there.keySet())
                .ifPresent(readers -> setup.listener()
                        .on(new RunEvent.Said(Diagnostic.Level.NOTE, "the publication waits for " + readers)));
    }

    private WarehouseError givenUp(Duration waited, Map<RelationName, Kind> there) {
        return WarehouseError.of(
                        WarehouseError.Kind.HELD,
                        "in " + waited.toSeconds() + " s there was no moment without readers"
                                + new Readers(session, wording)
                                        .of(there.keySet())
                                        .map(readers -> "\nin the way: " + readers)
                                        .orElse(""))
                .helped(List.of(
                        "when they are done: assay retry",
                        "`publish_wait` of the output says how many seconds a publication waits"));
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

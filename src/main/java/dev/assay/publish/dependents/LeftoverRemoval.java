package dev.assay.publish.dependents;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.result.RunEvent;
import dev.assay.setup.RunSetup;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import dev.assay.warehouse.facet.RelationDrops;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Drops relations of ours that are not needed any more. One that cannot be dropped, because something of others depends on
 * it or may depend on it, or a transaction reads it, is skipped and reported, and its name is made free; the next run tries
 * again.
 */
public record LeftoverRemoval(RunSetup setup, Session session) {

    /** A transaction that reads a leftover makes a run wait for so long, and no longer. */
    static final int LONGEST_WAIT_MILLIS = 10_000;

    private static final int SHORT_WAIT_MILLIS = 100;
    private static final int NAMED = 10;

    /** @throws WarehouseError where the warehouse has no way to set a leftover aside */
    public void remove(String purpose, SortedMap<RelationName, Kind> leftovers) {
        if (leftovers.isEmpty()) {
            return;
        }
        if (!wording().knows("set_leftovers_aside")) {
            session.executeAll(RelationDrops.of(setup.warehouse()).drops(purpose, leftovers));
            return;
        }
        SortedMap<RelationName, String> kept = new OpenTransactions(setup, session).keeping(leftovers.keySet());
        var going = new TreeMap<>(leftovers);
        going.keySet().removeIf(name -> kept.containsKey(RelationName.of(name.schema(), name.name())));
        if (!going.isEmpty()) {
            drop(purpose, going);
        }
        if (!kept.isEmpty()) {
            keep(kept);
        }
    }

    private void drop(String purpose, SortedMap<RelationName, Kind> leftovers) {
        try {
            limitWaiting(LONGEST_WAIT_MILLIS);
            session.executeAll(RelationDrops.of(setup.warehouse()).drops(purpose, leftovers));
        } catch (WarehouseError refusal) {
            requireGoingOn(refusal);
            limitWaiting(SHORT_WAIT_MILLIS);
            Map<RelationName, WarehouseError> refused = oneByOne(purpose, leftovers);
            refused.forEach((name, why) -> report(name, leftovers.get(name), why));
        } finally {
            limitWaiting(0);
        }
    }

    /** @param kept with the transaction that may need each of them */
    private void keep(SortedMap<RelationName, String> kept) {
        try {
            limitWaiting(SHORT_WAIT_MILLIS);
            kept.forEach((name, transaction) -> {
                RelationName now = setAside(name);
                setup.listener()
                        .on(new RunEvent.Said(
                                Diagnostic.Level.NOTE,
                                called(now, name) + " is kept for now: an open transaction may have made something that"
                                        + " depends on it (" + transaction + "); the next run tries again"));
            });
        } finally {
            limitWaiting(0);
        }
    }

    private static String called(RelationName now, RelationName before) {
        return now.equals(before) ? now.toString() : now + " (before: " + before.name() + ")";
    }

    /** Others may be in the way of one another: as long as one goes, the next round may have luck. */
    private Map<RelationName, WarehouseError> oneByOne(String purpose, SortedMap<RelationName, Kind> leftovers) {
        var open = new TreeMap<>(leftovers);
        var refused = new TreeMap<RelationName, WarehouseError>();
        int before;
        do {
            before = open.size();
            refused.clear();
            for (RelationName name : List.copyOf(open.keySet())) {
                var one = new TreeMap<RelationName, Kind>(Map.of(name, open.get(name)));
                try {
                    session.executeAll(RelationDrops.of(setup.warehouse()).drops(purpose, one));
                    open.remove(name);
                } catch (WarehouseError refusal) {
                    requireGoingOn(refusal);
                    refused.put(name, refusal);
                }
            }
        } while (!open.isEmpty() && open.size() < before);
        return refused;
    }

    private void requireGoingOn(WarehouseError refusal) {
        boolean passes =
                refusal.kind() == WarehouseError.Kind.REFUSED || refusal.kind() == WarehouseError.Kind.TRANSIENT;
        if (!passes || setup.interruption().isRequested()) {
            throw refusal;
        }
    }

    private void report(RelationName name, Kind kind, WarehouseError refusal) {
        Optional<String> readers = new BlockingReaders(session, wording()).of(List.of(name));
        RelationName now = setAside(name);
        Optional<String> dependents = dependents(now);
        String why = readers.map(reading -> "the run did not wait longer for " + reading)
                .or(() -> dependents)
                .orElseGet(() -> refusal.words().lines().findFirst().orElse("the server gave no reason"));
        String remedy = readers.isEmpty() && dependents.isPresent()
                ? "\nto remove it together with what depends on it: drop " + kind.word() + " "
                        + setup.warehouse().dialect().print(now) + " cascade"
                : "";
        setup.listener()
                .on(new RunEvent.Said(
                        Diagnostic.Level.WARNING,
                        called(now, name) + " is not needed any more, but could not be removed: " + why
                                + "; the next run tries again" + remedy));
    }

    private Optional<String> dependents(RelationName name) {
        session.begin();
        try {
            List<String> found = new DependencyQueries(session, wording())
                    .on(List.of(name)).stream()
                            .filter(Dependent::direct)
                            .map(Dependent::words)
                            .toList();
            String named = found.stream().limit(NAMED).collect(Collectors.joining(", "));
            int more = found.size() - NAMED;
            return found.isEmpty()
                    ? Optional.empty()
                    : Optional.of("needed by " + named + (more > 0 ? ", and " + more + " more" : ""));
        } finally {
            session.rollback();
        }
    }

    /** @return the name that it has now */
    private RelationName setAside(RelationName name) {
        List<List<Object>> rows = session.query(wording()
                        .statement(
                                "look for a free name",
                                "set_leftovers_aside",
                                Map.of("named", DependencyQueries.names(List.of(name)))))
                .rows();
        try {
            for (List<Object> row : rows) {
                session.execute(wording()
                        .statement(
                                "set it aside",
                                "carry_along",
                                Map.of("text", row.get(3).toString())));
            }
            return rows.isEmpty()
                    ? name
                    : name.renamed(old -> rows.getFirst().get(2).toString());
        } catch (WarehouseError refusal) {
            requireGoingOn(refusal);
            return name;
        }
    }

    private void limitWaiting(int milliseconds) {
        session.execute(
                wording().statement("limit the wait for locks", "wait_for_lock", Map.of("milliseconds", milliseconds)));
    }

    private Wording wording() {
        return setup.warehouse().wording();
    }
}

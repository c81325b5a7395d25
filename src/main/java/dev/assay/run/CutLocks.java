package dev.assay.run;

import dev.assay.diagnostic.Code;
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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps readers off what a cut replaces. Views are locked first, as readers lock them. All locks of an attempt are taken
 * within one span of time: while we wait, the readers behind us wait too, and a server that looks for deadlocks would end a
 * reader's statement. If that span is over, all locks are given back, and readers go on.
 */
record CutLocks(RunSetup setup, Session session, Wording wording) {

    private static final int FIRST_SPAN_MILLIS = 100;
    private static final int LONG_ENOUGH_FOR_VACUUM_MILLIS = 1500;
    private static final int EVERY = 5;
    private static final long LONGEST_PAUSE_MILLIS = 2000;
    private static final Duration BEFORE_IT_IS_TOLD = Duration.ofSeconds(3);
    private static final Duration BEFORE_IT_IS_TOLD_AGAIN = Duration.ofSeconds(60);

    /**
     * What stands on the parts once nobody else can change that.
     *
     * @param also statements that lock too, within the same span
     */
    List<Dependent> take(Set<RelationName> parts, Map<RelationName, Kind> there, List<Statement> also) {
        setup.warehouse().beat(session);
        var standing = new Standing(session, wording);
        long began = System.nanoTime();
        Duration told = BEFORE_IT_IS_TOLD;
        long pause = FIRST_SPAN_MILLIS / 2;
        long span = FIRST_SPAN_MILLIS;
        for (int attempt = 1; ; attempt++) {
            List<Dependent> dependents = standing.on(there.keySet());
            standing.mark();
            try {
                locks(attempt, span, dependents, parts, there, also).forEach(session::execute);
                if (standing.on(there.keySet()).equals(dependents)) {
                    return dependents;
                }
            } catch (WarehouseError refusal) {
                requirePassing(refusal);
            }
            standing.goBack();
            Duration waited = Duration.ofNanos(System.nanoTime() - began);
            if (waited.compareTo(setup.warehouse().readers().patience()) >= 0) {
                throw givenUp(there.keySet());
            } else if (waited.compareTo(told) >= 0) {
                tell(there);
                told = waited.plus(BEFORE_IT_IS_TOLD_AGAIN);
            }
            Patience.pause(Duration.ofMillis(pause));
            pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 3 / 2);
            span = Math.min(Integer.MAX_VALUE, span * 3 / 2);
        }
    }

    /** A lock that was not granted in time is not a refusal of the cut. */
    private void requirePassing(WarehouseError refusal) {
        boolean isConflict = refusal.kind() == WarehouseError.Kind.TRANSIENT && refusal.code() != Code.NO_CONNECTION;
        boolean isTimeout = refusal.code() == Code.STATEMENT_TIMEOUT;
        if ((!isConflict && !isTimeout) || setup.interruption().isRequested()) {
            throw refusal;
        }
    }

    private void tell(Map<RelationName, Kind> there) {
        new Readers(session, wording)
                .of(there.keySet())
                .ifPresent(readers -> setup.listener()
                        .on(new RunEvent.Said(Diagnostic.Level.NOTE, "the publication waits for " + readers)));
    }

    private WarehouseError givenUp(Set<RelationName> there) {
        var readers = new Readers(session, wording);
        long budget = budget();
        long longest = readers.longest(there);
        String wanted = longest > budget
                ? "the longest reader takes " + longest + " ms by now: a budget of that would let the publication in"
                : "a larger budget would let the publication in";
        return WarehouseError.of(
                        WarehouseError.Kind.HELD,
                        "in " + setup.warehouse().readers().patience().toSeconds()
                                + " s there was no moment without readers"
                                + readers.of(there)
                                        .map(words -> "\nin the way: " + words)
                                        .orElse("")
                                + "\nreaders were made to wait at most " + budget
                                + " ms at a time (`publish_lock_budget`); " + wanted)
                .coded(Code.PUBLICATION_BLOCKED)
                .helped(List.of(
                        "when they are done: assay retry",
                        "with `publish_by: difference` a table stays itself, and the publication waits for no reader",
                        "`publish_wait` of the output says how many seconds a publication waits, `publish_lock_budget`"
                                + " how many milliseconds it may make readers wait"));
    }

    private long budget() {
        OptionalInt given = setup.warehouse().readers().lockBudget();
        return given.isPresent()
                ? given.getAsInt()
                : session.query(wording.statement("see for how long readers may wait", "lock_budget", Map.of()))
                        .number();
    }

    private List<Statement> locks(
            int attempt,
            long span,
            List<Dependent> dependents,
            Set<RelationName> parts,
            Map<RelationName, Kind> there,
            List<Statement> also) {
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
                        span,
                        "budget",
                        budgetGiven(),
                        "views",
                        views(dependents, parts),
                        "stored",
                        ofKind(Kind.MATERIALIZED_VIEW, there),
                        "tables",
                        tables,
                        "further",
                        also.stream().map(Statement::text).toList())));
        return statements;
    }

    private Optional<Integer> budgetGiven() {
        OptionalInt given = setup.warehouse().readers().lockBudget();
        return given.isPresent() ? Optional.of(given.getAsInt()) : Optional.empty();
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

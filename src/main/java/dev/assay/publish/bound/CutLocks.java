package dev.assay.publish.bound;

import dev.assay.connect.TransientRetries;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.publish.dependents.BlockingReaders;
import dev.assay.publish.dependents.DependencyQueries;
import dev.assay.publish.dependents.Dependent;
import dev.assay.result.RunEvent;
import dev.assay.setup.RunSetup;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import dev.assay.warehouse.facet.ReaderLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Keeps readers off what a cut replaces or alters. Views are locked first, as readers lock them. All locks of a cut are taken
 * at once and within one span of time: while we wait, the readers behind us wait too, and a server that looks for deadlocks
 * would end a reader's statement. If that span is over, all locks are given back, and readers go on.
 */
record CutLocks(RunSetup setup, Session session, Wording wording) {

    private static final int FIRST_SPAN_MILLIS = 100;
    private static final int LONG_ENOUGH_FOR_VACUUM_MILLIS = 1500;
    private static final int EVERY = 5;
    private static final long LONGEST_PAUSE_MILLIS = 2000;
    private static final Duration BEFORE_IT_IS_TOLD = Duration.ofSeconds(3);
    private static final Duration BEFORE_IT_IS_TOLD_AGAIN = Duration.ofSeconds(60);

    /**
     * What a cut keeps readers off.
     *
     * @param replaced what readers see now and will not see after the cut
     * @param altered tables that stay themselves and get or lose a constraint
     * @param further statements that lock, too
     * @param written tables whose rows the cut writes: a transaction that has locked rows of them may be in the way
     */
    record Wanted(
            Map<RelationName, Kind> replaced,
            Set<RelationName> altered,
            List<Statement> further,
            Set<RelationName> written) {

        Wanted {
            replaced = Map.copyOf(replaced);
            altered = Set.copyOf(altered);
            further = List.copyOf(further);
            written = Set.copyOf(written);
        }

        Set<RelationName> all() {
            var all = new TreeSet<>(replaced.keySet());
            all.addAll(altered);
            all.addAll(written);
            return all;
        }

        List<RelationName> ofKind(Kind kind) {
            var names = new TreeSet<RelationName>();
            replaced.forEach((name, is) -> {
                if (is == kind) {
                    names.add(name);
                }
            });
            if (kind == Kind.TABLE) {
                names.addAll(altered);
            }
            return List.copyOf(names);
        }
    }

    /**
     * Takes all locks of a cut and does its work under them. The work waits for other transactions no longer than the locks
     * do: an uncommitted GRANT, for example, keeps others from renaming a table that it has not locked. If the work cannot go
     * on, it is undone, all locks are given back, and both are tried again.
     *
     * @param work gets what depends on the replaced relations, once nobody else can change that. What it throws by itself
     *     ends the cut; what it returns may be done more than once
     */
    void during(Wanted wanted, Function<List<Dependent>, Runnable> work) {
        Set<RelationName> replaced = wanted.replaced().keySet();
        setup.warehouse().beat(session);
        var standing = new DependencyQueries(session, wording);
        long began = System.nanoTime();
        Duration told = BEFORE_IT_IS_TOLD;
        long pause = FIRST_SPAN_MILLIS / 2;
        long span = FIRST_SPAN_MILLIS;
        for (int attempt = 1; ; attempt++) {
            List<Dependent> dependents = standing.on(replaced);
            standing.mark();
            if (hasLocked(locks(attempt, span, dependents, wanted), replaced, dependents)
                    && isDone(work.apply(dependents))) {
                return;
            }
            standing.goBack();
            Duration waited = Duration.ofNanos(System.nanoTime() - began);
            if (waited.compareTo(ReaderLimits.of(setup.warehouse()).longestWait()) >= 0) {
                throw givenUp(wanted.all());
            } else if (waited.compareTo(told) >= 0) {
                tell(wanted.all());
                told = waited.plus(BEFORE_IT_IS_TOLD_AGAIN);
            }
            TransientRetries.pause(Duration.ofMillis(pause));
            pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 3 / 2);
            span = Math.min(Integer.MAX_VALUE, span * 3 / 2);
        }
    }

    private boolean hasLocked(List<Statement> locks, Set<RelationName> replaced, List<Dependent> dependents) {
        try {
            locks.forEach(session::execute);
            return new DependencyQueries(session, wording).on(replaced).equals(dependents);
        } catch (WarehouseError refusal) {
            requirePassing(refusal, isConflict(refusal) || refusal.code() == Code.STATEMENT_TIMEOUT);
            return false;
        }
    }

    private boolean isDone(Runnable work) {
        try {
            work.run();
            return true;
        } catch (WarehouseError refusal) {
            requirePassing(refusal, isConflict(refusal));
            return false;
        }
    }

    private static boolean isConflict(WarehouseError refusal) {
        return refusal.kind() == WarehouseError.Kind.TRANSIENT && refusal.code() != Code.NO_CONNECTION;
    }

    /** A lock that was not granted in time is not a refusal of the cut. */
    private void requirePassing(WarehouseError refusal, boolean passes) {
        if (!passes || setup.interruption().isRequested()) {
            throw refusal;
        }
    }

    private void tell(Set<RelationName> locked) {
        new BlockingReaders(session, wording)
                .of(locked)
                .ifPresent(readers -> setup.listener()
                        .on(new RunEvent.Said(Diagnostic.Level.NOTE, "the publication waits for " + readers)));
    }

    private WarehouseError givenUp(Set<RelationName> locked) {
        var readers = new BlockingReaders(session, wording);
        long budget = budget();
        long longest = readers.longest(locked);
        String remedy = longest > budget
                ? "the longest reader takes " + longest + " ms by now: a budget of that would let the publication in"
                : "a larger budget would let the publication in";
        return WarehouseError.of(
                        WarehouseError.Kind.HELD,
                        "in " + ReaderLimits.of(setup.warehouse()).longestWait().toSeconds()
                                + " s there was no moment without readers or other changes"
                                + readers.of(locked)
                                        .map(words -> "\nin the way: " + words)
                                        .orElse("")
                                + "\nreaders were made to wait at most " + budget
                                + " ms at a time (`publish_lock_budget`)"
                                + (readers.areOnlyChanging(locked) ? "" : "; " + remedy))
                .coded(Code.PUBLICATION_BLOCKED)
                .helped(List.of(
                        "when they are done: assay retry",
                        "with `publish_by: difference` a table stays itself, and the publication waits for no reader",
                        "`publish_wait` of the output says how many seconds a publication waits, `publish_lock_budget`"
                                + " how many milliseconds it may make readers wait"));
    }

    private long budget() {
        OptionalInt given = ReaderLimits.of(setup.warehouse()).lockBudget();
        return given.isPresent()
                ? given.getAsInt()
                : session.query(wording.statement("see for how long readers may wait", "lock_budget", Map.of()))
                        .number();
    }

    private List<Statement> locks(int attempt, long span, List<Dependent> dependents, Wanted wanted) {
        List<RelationName> tables = wanted.ofKind(Kind.TABLE);
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
                        views(dependents, wanted),
                        "stored",
                        wanted.ofKind(Kind.MATERIALIZED_VIEW),
                        "tables",
                        tables,
                        "further",
                        wanted.further().stream().map(Statement::text).toList())));
        return statements;
    }

    private Optional<Integer> budgetGiven() {
        OptionalInt given = ReaderLimits.of(setup.warehouse()).lockBudget();
        return given.isPresent() ? Optional.of(given.getAsInt()) : Optional.empty();
    }

    /** The views that the cut replaces and those that it makes again over exchanged tables, the outermost first. */
    private static List<Map<String, Object>> views(List<Dependent> dependents, Wanted wanted) {
        var depths = new TreeMap<RelationName, Integer>();
        var owners = new HashMap<RelationName, String>();
        wanted.ofKind(Kind.VIEW).forEach(view -> depths.put(view, 0));
        dependents.stream().filter(Dependent::isView).forEach(view -> {
            if (depths.containsKey(view.name()) || isMadeAgain(view, wanted)) {
                depths.merge(view.name(), view.depth(), Math::max);
                owners.put(view.name(), view.owner());
            }
        });
        return depths.keySet().stream()
                .sorted(Comparator.<RelationName, Integer>comparing(depths::get)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .map(view -> owners.containsKey(view)
                        ? Map.<String, Object>of("relation", view, "owner", new Identifier(owners.get(view)))
                        : Map.<String, Object>of("relation", view, "schema", new Identifier(view.schema())))
                .toList();
    }

    private static boolean isMadeAgain(Dependent view, Wanted wanted) {
        return view.direct() && view.mayBeChanged() && wanted.replaced().get(view.on()) != Kind.VIEW;
    }
}

package dev.assay.publish.bound;

import dev.assay.connect.TransientRetries;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.materialize.Part;
import dev.assay.materialize.Way;
import dev.assay.publish.dependents.DependencyQueries;
import dev.assay.publish.dependents.Dependent;
import dev.assay.result.RunEvent;
import dev.assay.setup.RunSetup;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import dev.assay.warehouse.facet.ReaderLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Waits for readers whose snapshot is older than the candidates. Such a reader finds a replaced table empty, because the rows
 * of the new table were written after its snapshot, and reads a view with other SQL over the old rows of tables that stay
 * themselves. The readers are listed once: snapshots taken later see the candidates.
 */
record OldSnapshots(RunSetup setup, Session session, Wording wording) {

    private static final Duration LONGEST_FOR_A_STATEMENT = Duration.ofSeconds(15);
    private static final Duration BEFORE_IT_IS_TOLD = Duration.ofSeconds(3);
    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 500;
    private static final int NAMED = 3;

    /**
     * @param keeps whether the snapshot may last beyond the statement that runs now
     * @param hidden whether our role has no right to see that
     */
    private record Reader(String id, String words, boolean keeps, boolean hidden) {

        static Reader of(List<Object> row) {
            String since = row.get(4).toString();
            return new Reader(
                    row.get(0).toString(),
                    "process " + row.get(1) + " (" + row.get(3) + ") of role " + row.get(2)
                            + (since.isEmpty() ? "" : ", since " + since),
                    row.get(5).equals(true),
                    row.get(6).equals(true));
        }
    }

    /**
     * Whether the cut changes definitions decides, not whether it exchanges tables.
     *
     * @param views what the cut gives other definitions to
     * @throws WarehouseError if a reader keeps its snapshot for longer than a publication waits
     */
    void await(List<Part> parts, BoundViews views) {
        // Nobody has rights on a view that does not exist yet, so any reader may be one of it.
        boolean concernsAll = views.addViews() && parts.stream().anyMatch(MixedCut::changesRows);
        boolean mayConcern = concernsAll || !views.there().isEmpty();
        if (!mayConcern || ask(List.of(), Optional.empty()).isEmpty()) {
            return;
        }
        Set<RelationName> redefined = views.redefined();
        if (concernsAll) {
            await(List.of(), true);
        } else if (!redefined.isEmpty()) {
            var relations = new TreeSet<>(redefined);
            new DependencyQueries(session, wording)
                    .on(redefined).stream().filter(Dependent::isView).forEach(view -> relations.add(view.name()));
            await(relations, showsUntested(parts, redefined));
        }
    }

    /**
     * Whether a snapshot that is older than the cut may see rows that no test has seen: those that a hook has changed since
     * the candidate was created, or old rows of tables that stay themselves under a view with other SQL.
     */
    private boolean showsUntested(List<Part> parts, Set<RelationName> redefined) {
        boolean hasNewSql = parts.stream()
                .anyMatch(part -> part.visibleThen() == Kind.VIEW && redefined.contains(part.published()));
        return parts.stream()
                .anyMatch(part -> (hasNewSql && MixedCut.changesRows(part))
                        || (part.way() instanceof Way.Exchange && mayBeChanged(part)));
    }

    /** The hooks that ran on a candidate of an earlier run are not known any more. */
    private boolean mayBeChanged(Part part) {
        return setup.hooks().mayChangeCandidate(part.blueprint().node())
                || setup.plan().byId().get(part.id()).action().isKept();
    }

    private void await(Collection<RelationName> relations, boolean strict) {
        Rows found = ask(relations, Optional.empty());
        if (found.isEmpty()) {
            return;
        }
        String horizon = found.value(0, 7).toString();
        List<Reader> old = readers(found);
        Set<String> listed = listed(old);
        var keepers = new HashSet<String>();
        boolean told = false;
        long began = System.nanoTime();
        for (long pause = FIRST_PAUSE_MILLIS; !old.isEmpty(); pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 3 / 2)) {
            old.stream().filter(Reader::keeps).map(Reader::id).forEach(keepers::add);
            Duration waited = Duration.ofNanos(System.nanoTime() - began);
            if (isEnough(waited, old, strict || !Collections.disjoint(keepers, listed(old)))) {
                warn(old);
                return;
            }
            if (!told && waited.compareTo(BEFORE_IT_IS_TOLD) >= 0) {
                told = true;
                say(Diagnostic.Level.NOTE, "the publication waits for readers with an older snapshot: " + words(old));
            }
            TransientRetries.pause(Duration.ofMillis(pause));
            old = readers(ask(relations, Optional.of(horizon))).stream()
                    .filter(reader -> listed.contains(reader.id()))
                    .toList();
        }
    }

    private static Set<String> listed(List<Reader> readers) {
        return readers.stream().map(Reader::id).collect(Collectors.toSet());
    }

    /** @param holds whether these readers hold the publication; else they only delay it */
    private boolean isEnough(Duration waited, List<Reader> old, boolean holds) {
        ReaderLimits limits = ReaderLimits.of(setup.warehouse());
        boolean mayKeep = limits.strictSnapshots() || holds;
        if (mayKeep
                && (waited.compareTo(limits.longestWait()) >= 0
                        || setup.interruption().isRequested())) {
            throw held(limits.longestWait(), old);
        }
        return !mayKeep
                && (waited.compareTo(LONGEST_FOR_A_STATEMENT) >= 0 || waited.compareTo(limits.longestWait()) >= 0);
    }

    private static WarehouseError held(Duration waited, List<Reader> old) {
        return WarehouseError.of(
                        WarehouseError.Kind.HELD,
                        "after " + waited.toSeconds()
                                + " s readers still keep a snapshot that is older than the new tables"
                                + "\nin the way: " + words(old)
                                + "\nthey would find the replaced tables empty, or see rows that no test has seen")
                .coded(Code.PUBLICATION_BLOCKED)
                .helped(help(old));
    }

    private static List<String> help(List<Reader> old) {
        var help = new ArrayList<>(List.of(
                "when they are done: assay retry",
                "`publish_wait` of the output says how many seconds a publication waits",
                "with `publish_by: difference` a table stays itself, and older snapshots see its old rows"));
        if (old.stream().anyMatch(Reader::hidden)) {
            help.add("our role may not see whether they keep their snapshot: grant it `pg_read_all_stats`, and long"
                    + " statements delay a publication by 15 s only");
        }
        return help;
    }

    private void warn(List<Reader> old) {
        say(
                Diagnostic.Level.WARNING,
                "published although a reader has an older snapshot: it may miss rows for the rest of its statement, or"
                        + " of its transaction if that is REPEATABLE READ: " + words(old)
                        + "; `publish_snapshots: strict` of the output holds instead");
    }

    private void say(Diagnostic.Level level, String words) {
        setup.listener().on(new RunEvent.Said(level, words));
    }

    private static String words(List<Reader> readers) {
        String named = readers.stream().limit(NAMED).map(Reader::words).collect(Collectors.joining("; "));
        int more = readers.size() - NAMED;
        return more > 0 ? named + "; and " + more + " more" : named;
    }

    private Rows ask(Collection<RelationName> relations, Optional<String> horizon) {
        return session.query(wording.statement(
                "look for older snapshots",
                "old_snapshots",
                Map.of(
                        "environment",
                        new Literal(setup.header().schema()),
                        "horizon",
                        horizon.map(Literal::new),
                        "named",
                        DependencyQueries.names(relations))));
    }

    private static List<Reader> readers(Rows rows) {
        return rows.rows().stream().map(Reader::of).toList();
    }
}

package dev.assay.publish.transactional;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.materialize.Part;
import dev.assay.materialize.Way;
import dev.assay.publish.CutOutcome;
import dev.assay.publish.CutRefused;
import dev.assay.publish.dependents.DependencyQueries;
import dev.assay.result.RunEvent;
import dev.assay.setup.Hooks;
import dev.assay.setup.RunSetup;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Indexes that users or hooks have made on the tables of a cut. DuckDB renames no table that has an index, so the cut drops
 * them and makes them again on the new tables.
 */
record TableIndexes(RunSetup setup, List<TableIndex> published, Optional<CutOutcome.Refused> refused) {

    /**
     * An index on a published table.
     *
     * @param definition the statement that makes it, in the warehouse's own words
     */
    private record TableIndex(Part part, RelationName name, String definition, Fate fate) {}

    private enum Fate {
        MADE_AGAIN,
        /** A hook of the node names it, and makes it after the cut. */
        LEFT_TO_THE_HOOK,
        /** The new relation has not all of its columns, or is a view. */
        GONE
    }

    /** One statement where the cut has tables, a second one where these have indexes. */
    static TableIndexes read(RunSetup setup, Session session, List<Part> parts) {
        var byPublished = new TreeMap<String, Part>(String.CASE_INSENSITIVE_ORDER);
        var byCandidate = new TreeMap<String, Part>(String.CASE_INSENSITIVE_ORDER);
        for (Part part : parts) {
            if (part.visibleNow().equals(Optional.of(Kind.TABLE))) {
                byPublished.put(part.published().toString(), part);
            }
            if (part.way() instanceof Way.Exchange(Kind kind) && kind == Kind.TABLE) {
                byCandidate.put(part.blueprint().candidate().toString(), part);
            }
        }
        if (byPublished.isEmpty() && byCandidate.isEmpty()) {
            return new TableIndexes(setup, List.of(), Optional.empty());
        }
        var found = new ArrayList<TableIndex>();
        Optional<CutOutcome.Refused> refused = Optional.empty();
        for (List<Object> row : session.query(
                        setup.warehouse().wording().statement("read the indexes of tables", "table_indexes", Map.of()))
                .rows()) {
            String schema = row.get(0).toString();
            String table = RelationName.of(schema, row.get(1).toString()).toString();
            RelationName name = RelationName.of(schema, row.get(2).toString());
            if (byPublished.containsKey(table)) {
                found.add(
                        new TableIndex(byPublished.get(table), name, row.get(3).toString(), Fate.MADE_AGAIN));
            } else if (byCandidate.containsKey(table)) {
                refused = Optional.of(refusal(setup, byCandidate.get(table), name));
            }
        }
        return new TableIndexes(setup, decided(setup, session, found), refused);
    }

    private static CutOutcome.Refused refusal(RunSetup setup, Part part, RelationName index) {
        WarehouseError words = WarehouseError.of(
                        WarehouseError.Kind.HELD,
                        "its candidate has the index `" + index.name() + "`\n"
                                + setup.warehouse().label() + " renames no table that has an index")
                .helped(List.of("make the index after the publication: move the hook to `after_publish`"));
        return new CutOutcome.Refused(part.id(), words);
    }

    private static List<TableIndex> decided(RunSetup setup, Session session, List<TableIndex> found) {
        if (found.isEmpty()) {
            return found;
        }
        Set<RelationName> outdated = outdated(setup, session, found);
        return found.stream()
                .map(index ->
                        new TableIndex(index.part(), index.name(), index.definition(), fate(setup, index, outdated)))
                .toList();
    }

    private static Set<RelationName> outdated(RunSetup setup, Session session, List<TableIndex> found) {
        var candidates = new HashMap<RelationName, RelationName>();
        found.forEach(index -> candidates.put(
                index.part().published(), index.part().blueprint().candidate()));
        Statement asked = setup.warehouse()
                .wording()
                .statement(
                        "compare the columns of indexes",
                        "outdated_indexes",
                        Map.of("pairs", DependencyQueries.pairs(candidates)));
        return session.query(asked).rows().stream()
                .map(row -> RelationName.of(row.get(0).toString(), row.get(1).toString()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Fate fate(RunSetup setup, TableIndex index, Set<RelationName> outdated) {
        if (isMadeByHook(setup, index)) {
            return Fate.LEFT_TO_THE_HOOK;
        }
        boolean fits = index.part().visibleThen() == Kind.TABLE && !outdated.contains(index.name());
        return fits ? Fate.MADE_AGAIN : Fate.GONE;
    }

    private static boolean isMadeByHook(RunSetup setup, TableIndex index) {
        Pattern name =
                Pattern.compile("(?i)(?<!\\w)" + Pattern.quote(index.name().name()) + "(?!\\w)");
        try {
            return setup.hooks().of(index.part().blueprint().node(), Hooks.Moment.AFTER_PUBLISH).stream()
                    .anyMatch(hook -> name.matcher(hook.text()).find());
        } catch (ProblemsFound reportedWhenItRuns) {
            return false;
        }
    }

    /** Before the first rename. */
    void drop(Session session) {
        for (TableIndex index : published) {
            run(
                    session,
                    index,
                    setup.warehouse()
                            .wording()
                            .statement(
                                    "remove the index " + index.name().name(),
                                    "drop_index",
                                    Map.of("index", index.name())));
        }
    }

    /** Once the new tables have their names. Rows that break a unique index hold the table. */
    void create(Session session) {
        published.stream()
                .filter(index -> index.fate() == Fate.MADE_AGAIN)
                .forEach(index -> run(
                        session,
                        index,
                        Statement.of("make the index " + index.name().name() + " again", index.definition())));
    }

    private static void run(Session session, TableIndex index, Statement statement) {
        try {
            session.execute(statement);
        } catch (WarehouseError refusal) {
            throw CutRefused.unlessPassing(index.part().id(), refusal);
        }
    }

    /** After the commit. */
    void tellGone() {
        published.stream()
                .filter(index -> index.fate() == Fate.GONE)
                .forEach(index -> setup.listener()
                        .on(new RunEvent.Said(
                                Diagnostic.Level.WARNING,
                                "the index `" + index.name().name() + "` of `"
                                        + index.part().published().name()
                                        + "` was dropped: the new version does not have all of its columns")));
    }
}

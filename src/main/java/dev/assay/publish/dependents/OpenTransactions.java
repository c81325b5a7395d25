package dev.assay.publish.dependents;

import dev.assay.connect.TransientRetries;
import dev.assay.setup.RunSetup;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.Session;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Transactions that were open when a cut set relations aside. What they have made may depend on such a relation, and the server
 * shows that to others, and to its own check of a drop, only after their commit.
 */
record OpenTransactions(RunSetup setup, Session session) {

    private static final long LONGEST_WAIT_MILLIS = 2000;
    private static final long FIRST_PAUSE_MILLIS = 20;

    /** @param id of the transaction */
    private record Need(RelationName relation, String id, String words) {

        static Need of(List<Object> row) {
            String since = row.get(6).toString();
            return new Need(
                    RelationName.of(row.get(0).toString(), row.get(1).toString()),
                    row.get(2).toString(),
                    row.get(3) + " (" + row.get(4) + ") of role " + row.get(5)
                            + (since.isEmpty() ? "" : ", since " + since));
        }
    }

    /** Waits a short while for them to end; the relations that must not be dropped then, each with one transaction. */
    SortedMap<RelationName, String> keeping(Collection<RelationName> relations) {
        List<Need> open = ask(relations);
        Set<String> listed = open.stream().map(Need::id).collect(Collectors.toSet());
        long waited = 0;
        for (long pause = FIRST_PAUSE_MILLIS; !open.isEmpty() && mayWait(waited); pause = pause * 3 / 2) {
            waited += pause;
            TransientRetries.pause(Duration.ofMillis(pause));
            open = ask(relations).stream()
                    .filter(need -> listed.contains(need.id()))
                    .toList();
        }
        var kept = new TreeMap<RelationName, String>();
        open.forEach(need -> kept.putIfAbsent(need.relation(), need.words()));
        return kept;
    }

    private boolean mayWait(long waitedMillis) {
        return waitedMillis < LONGEST_WAIT_MILLIS && !setup.interruption().isRequested();
    }

    private List<Need> ask(Collection<RelationName> relations) {
        return session
                .query(setup.warehouse()
                        .wording()
                        .statement(
                                "look for open transactions",
                                "open_transactions",
                                Map.of(
                                        "environment",
                                        new Literal(setup.header().schema()),
                                        "named",
                                        DependencyQueries.names(relations))))
                .rows()
                .stream()
                .map(Need::of)
                .toList();
    }
}

package dev.assay.publish.dependents;

import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Wording;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who reads what a cut exchanges, or has changed it and not committed, in words for people, where the warehouse makes the cut
 * wait for them.
 */
public record BlockingReaders(Session session, Wording wording) {

    private static final int NAMED = 3;

    /** Those that are at it longest; nobody, when they have gone in the meantime. */
    public Optional<String> of(Collection<RelationName> relations) {
        return words(ask(relations, Optional.empty()), "reads");
    }

    /** Those that keep others from writing into these relations or from altering them. */
    Optional<String> writersOf(Collection<RelationName> relations) {
        return words(ask(relations, Optional.of(new Literal("AccessShareLock"))), "has locked");
    }

    private static Optional<String> words(Rows found, String does) {
        if (found.rows().isEmpty()) {
            return Optional.empty();
        }
        String named =
                found.rows().stream().limit(NAMED).map(row -> words(row, does)).collect(Collectors.joining("; "));
        int more = found.rows().size() - NAMED;
        return Optional.of(more > 0 ? named + "; and " + more + " more" : named);
    }

    /** How many milliseconds the longest of them has been at it, as far as the server says. */
    public long longest(Collection<RelationName> relations) {
        return ask(relations, Optional.empty()).rows().stream()
                .mapToLong(row -> ((Number) row.get(5)).longValue())
                .max()
                .orElse(0);
    }

    /** Whether there is somebody, and nobody reads: each of them has an uncommitted change of the catalog. */
    public boolean areOnlyChanging(Collection<RelationName> relations) {
        List<List<Object>> found = ask(relations, Optional.empty()).rows();
        return !found.isEmpty() && found.stream().allMatch(BlockingReaders::changes);
    }

    private static boolean changes(List<Object> row) {
        return Boolean.TRUE.equals(row.get(7));
    }

    private Rows ask(Collection<RelationName> relations, Optional<Literal> besides) {
        return relations.isEmpty()
                ? new Rows(List.of(), List.of())
                : session.query(wording.statement(
                        "see who reads",
                        "who_reads",
                        Map.of("named", DependencyQueries.names(relations), "besides", besides)));
    }

    private static String words(List<Object> row, String does) {
        String since = row.get(3).toString();
        String doing = changes(row) ? "changes rights or the definition of" : does;
        return row.get(0) + " (" + row.get(2) + ") of role " + row.get(1) + ", which " + doing + " " + row.get(4)
                + (since.isEmpty() ? "" : " since " + since);
    }
}

package dev.assay.publish.dependents;

import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Wording;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Asks a warehouse what stands on relations. */
public record DependencyQueries(Session session, Wording wording) {

    /** Inside of a transaction: definitions are read under plain names, which is taken back. */
    public List<Dependent> on(Collection<RelationName> relations) {
        if (relations.isEmpty()) {
            return List.of();
        }
        List<RelationName> candidates = named("depended_on", Map.of("named", names(relations)));
        if (candidates.isEmpty()) {
            return List.of();
        }
        Statement asked = say("see what depends on it", "dependents", Map.of("named", names(candidates)));
        return withPlainNames(() -> session.query(asked)).rows().stream()
                .map(Dependent::of)
                .toList();
    }

    /** Those of these relations that a cheap question picks: the whole answer costs several times as much. */
    public List<RelationName> named(String file, Map<String, Object> values) {
        return session.query(say("see what is to be looked at", file, values)).rows().stream()
                .map(row -> RelationName.of(row.get(0).toString(), row.get(1).toString()))
                .toList();
    }

    /** The answer to a question that prints definitions, with the schema of every name in them. */
    public <T> T withPlainNames(Supplier<T> question) {
        mark();
        try {
            run("plain_names");
            return question.get();
        } finally {
            // Also after a refusal: a mark that remained would hide the caller's own one.
            goBack();
        }
    }

    /** Published views that cannot become what their candidates are: columns went, or are other ones. */
    public Set<RelationName> changed(Map<RelationName, RelationName> candidates) {
        var changed = new HashSet<RelationName>();
        if (!candidates.isEmpty()) {
            session.query(say("compare the columns of views", "changed_views", Map.of("pairs", pairs(candidates))))
                    .rows()
                    .forEach(row -> changed.add(
                            RelationName.of(row.get(0).toString(), row.get(1).toString())));
        }
        return changed;
    }

    public boolean haveSameColumns(RelationName published, RelationName candidate) {
        return changed(Map.of(published, candidate)).isEmpty()
                && changed(Map.of(candidate, published)).isEmpty();
    }

    /** Published views whose SQL or options differ from those of their candidates, or that are not views any more. */
    public Set<RelationName> redefined(Map<RelationName, RelationName> candidates) {
        var redefined = new HashSet<RelationName>();
        if (!candidates.isEmpty()) {
            Statement asked = say("compare the SQL of views", "redefined_views", Map.of("pairs", pairs(candidates)));
            withPlainNames(() -> session.query(asked))
                    .rows()
                    .forEach(row -> redefined.add(
                            RelationName.of(row.get(0).toString(), row.get(1).toString())));
        }
        return redefined;
    }

    public static List<Map<String, Object>> pairs(Map<RelationName, RelationName> candidates) {
        return new TreeMap<>(candidates)
                .entrySet().stream()
                        .map(pair -> pair(pair.getKey(), pair.getValue()))
                        .toList();
    }

    private static Map<String, Object> pair(RelationName published, RelationName candidate) {
        return Map.of(
                "published_schema", new Literal(published.schema()),
                "published_name", new Literal(published.name()),
                "candidate_schema", new Literal(candidate.schema()),
                "candidate_name", new Literal(candidate.name()));
    }

    public static List<Map<String, Object>> names(Collection<RelationName> relations) {
        return relations.stream()
                .map(name ->
                        Map.<String, Object>of("schema", new Literal(name.schema()), "name", new Literal(name.name())))
                .toList();
    }

    /** A place in the transaction to come back to. */
    public void mark() {
        run("savepoint");
    }

    /** Undoes all since the last mark, locks too, and takes the mark away. */
    public void goBack() {
        run("back_to_savepoint");
        run("release_savepoint");
    }

    private void run(String file) {
        session.execute(say("keep the way back", file, Map.of()));
    }

    private Statement say(String purpose, String file, Map<String, Object> values) {
        return wording.statement(purpose, file, values);
    }
}

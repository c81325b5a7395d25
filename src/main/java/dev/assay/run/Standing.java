package dev.assay.run;

import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Wording;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks a warehouse what stands on relations, and who may do what with them. */
record Standing(Session session, Wording wording) {

    /** Inside of a transaction: definitions are read under plain names, which is taken back. */
    List<Dependent> on(Collection<RelationName> relations) {
        if (relations.isEmpty()) {
            return List.of();
        }
        mark();
        run("plain_names");
        List<Dependent> found =
                session
                        .query(say("see what stands on it", "dependents", Map.of("named", names(relations))))
                        .rows()
                        .stream()
                        .map(Dependent::of)
                        .toList();
        goBack();
        return found;
    }

    /** Published views that cannot become what their candidates are: columns went, or are other ones. */
    Set<RelationName> changed(Map<RelationName, RelationName> candidates) {
        var changed = new HashSet<RelationName>();
        if (!candidates.isEmpty()) {
            List<Map<String, Object>> pairs = candidates.entrySet().stream()
                    .map(pair -> pair(pair.getKey(), pair.getValue()))
                    .toList();
            session.query(say("compare the columns of views", "changed_views", Map.of("pairs", pairs)))
                    .rows()
                    .forEach(row -> changed.add(
                            RelationName.of(row.get(0).toString(), row.get(1).toString())));
        }
        return changed;
    }

    private static Map<String, Object> pair(RelationName published, RelationName candidate) {
        return Map.of(
                "published_schema", new Literal(published.schema()),
                "published_name", new Literal(published.name()),
                "candidate_schema", new Literal(candidate.schema()),
                "candidate_name", new Literal(candidate.name()));
    }

    /** The grants on these relations, to be given again to what has their names then. */
    List<Statement> grants(Collection<RelationName> relations) {
        if (relations.isEmpty()) {
            return List.of();
        }
        return session.query(say("see who may read", "grants", Map.of("named", names(relations)))).rows().stream()
                .map(this::grant)
                .toList();
    }

    private Statement grant(List<Object> row) {
        String grantee = row.get(2).toString();
        return say(
                "keep the grants",
                "grant",
                Map.of(
                        "relation",
                        RelationName.of(row.get(0).toString(), row.get(1).toString()),
                        "privileges",
                        row.get(4).toString(),
                        "grantee",
                        grantee.isEmpty() ? Optional.empty() : new Identifier(grantee),
                        "grantable",
                        Boolean.TRUE.equals(row.get(3))));
    }

    private static List<Map<String, Object>> names(Collection<RelationName> relations) {
        return relations.stream()
                .map(name ->
                        Map.<String, Object>of("schema", new Literal(name.schema()), "name", new Literal(name.name())))
                .toList();
    }

    /** A place in the transaction to come back to. */
    void mark() {
        run("savepoint");
    }

    /** Undoes all since the last mark, locks too, and takes the mark away. */
    void goBack() {
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

package dev.assay.warehouse;

import dev.assay.sql.RelationName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the comments on relations. */
public record CommentReader(Wording wording, Dialect dialect) {

    public static CommentReader of(Warehouse warehouse) {
        return new CommentReader(warehouse.wording(), warehouse.dialect());
    }

    /** @return an empty text for a relation without a comment, and nothing for one that does not exist */
    public SortedMap<RelationName, String> read(Session session, Collection<RelationName> relations) {
        List<Literal> schemas = relations.stream()
                .map(relation -> dialect.stored(relation.schema()))
                .distinct()
                .map(Literal::new)
                .toList();
        var question = new PortionedQuery<Literal>(
                session,
                some -> wording.statement("read the comments on relations", "read_comments", Map.of("schemas", some)));
        var found = new HashMap<StoredName, String>();
        for (List<Object> row : question.rows(schemas)) {
            found.put(
                    StoredName.of(dialect, row.get(0).toString(), row.get(1).toString()),
                    row.get(2).toString());
        }
        var comments = new TreeMap<RelationName, String>();
        for (RelationName relation : relations) {
            String comment = found.get(StoredName.of(dialect, relation));
            if (comment != null) {
                comments.put(relation, comment);
            }
        }
        return comments;
    }
}

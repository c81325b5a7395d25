package dev.assay.warehouse;

import dev.assay.sql.RelationName;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What a warehouse says that there is, where it has a row for each schema and a row for each relation: schema, name, kind.
 *
 * @param order says which names are the same to it
 * @param written a relation's name as people write it, of what the warehouse has
 */
public record Catalogue(Wording wording, Comparator<RelationName> order, UnaryOperator<String> written) {

    /** @param schemas as people write them, by what the warehouse has */
    public Existing read(Session session, SortedMap<String, String> schemas) {
        var relations = new TreeMap<RelationName, Existing.Kind>(order);
        var occupied = new TreeMap<RelationName, String>(order);
        var found = new HashSet<String>();
        if (!schemas.isEmpty()) {
            List<Literal> names = schemas.keySet().stream().map(Literal::new).toList();
            var question = new PortionedQuery<Literal>(
                    session, some -> wording.statement("see what exists", "existing", Map.of("schemas", some)));
            for (List<Object> row : question.rows(names)) {
                String schema = schemas.get(row.get(0).toString());
                switch (row.get(2).toString()) {
                    case "schema" -> found.add(schema);
                    case "table", "view", "materialized_view" ->
                        relations.put(
                                RelationName.of(schema, written.apply(row.get(1).toString())),
                                Existing.Kind.valueOf(row.get(2).toString().toUpperCase(Locale.ROOT)));
                    case String another ->
                        occupied.put(
                                RelationName.of(schema, written.apply(row.get(1).toString())), another);
                }
            }
        }
        return new Existing(relations, found, occupied);
    }
}

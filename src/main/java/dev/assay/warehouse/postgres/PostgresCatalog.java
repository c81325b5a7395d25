package dev.assay.warehouse.postgres;

import dev.assay.sql.RelationName;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Wording;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the server's catalog says of some schemas, and of our schemas beside them, in one statement. */
record PostgresCatalog(Session session, Wording wording) {

    private static final String FOREIGN_TABLE = "foreign table";

    Existing existing(Collection<String> schemas) {
        var relations = new TreeMap<RelationName, Kind>(PostgresNames.IN_ONE_DATABASE);
        var occupied = new TreeMap<RelationName, String>(PostgresNames.IN_ONE_DATABASE);
        var found = new HashSet<String>();
        for (List<Object> row : rows(schemas)) {
            String schema = row.get(0).toString();
            found.add(schema);
            if (row.get(1) != null) {
                RelationName name = RelationName.of(schema, row.get(1).toString());
                String kind = row.get(2).toString();
                kind(kind).ifPresent(known -> relations.put(name, known));
                if (kind(kind).isEmpty() || kind.equals(FOREIGN_TABLE)) {
                    occupied.put(name, kind);
                }
            }
        }
        return new Existing(relations, found, occupied);
    }

    private List<List<Object>> rows(Collection<String> schemas) {
        if (schemas.isEmpty()) {
            return List.of();
        }
        List<Literal> names =
                PostgresNames.withOurs(schemas).stream().map(Literal::new).toList();
        return session.query(wording.statement("see what exists", "existing", Map.of("schemas", names)))
                .rows();
    }

    // A foreign table is read like a table, but it cannot be replaced by one.
    private static Optional<Kind> kind(String word) {
        return switch (word) {
            case "table", FOREIGN_TABLE -> Optional.of(Kind.TABLE);
            case "view" -> Optional.of(Kind.VIEW);
            case "materialized_view" -> Optional.of(Kind.MATERIALIZED_VIEW);
            default -> Optional.empty();
        };
    }
}

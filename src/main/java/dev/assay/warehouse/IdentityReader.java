package dev.assay.warehouse;

import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Asks a warehouse by what relations can be recognised later, many of them in one statement. */
public record IdentityReader(Wording wording, Dialect dialect) {

    // More relations than this in one statement cost more in reading it than they save.
    private static final int RELATIONS_A_STATEMENT = 500;

    private static final String STATEMENT = "identities";

    public static IdentityReader of(Warehouse warehouse) {
        return new IdentityReader(warehouse.wording(), warehouse.dialect());
    }

    /**
     * @param registry a dump that is restored has another one, and there nothing can be compared
     * @return nothing of relations that do not exist, and of a warehouse that cannot tell
     */
    public SortedMap<RelationName, Identity> read(
            Session session, RelationName registry, SortedMap<RelationName, Existing.Kind> relations) {
        var identities = new TreeMap<RelationName, Identity>();
        if (!wording.knows(STATEMENT)) {
            return identities;
        }
        for (List<RelationName> some : Portions.of(List.copyOf(relations.keySet()), RELATIONS_A_STATEMENT)) {
            var wanted = new ArrayList<Map<String, Object>>();
            some.forEach(name -> wanted.add(wanted(wanted.size(), name, relations.get(name))));
            Rows rows = session.query(wording.statement(
                    "see whether somebody changed published relations",
                    STATEMENT,
                    Map.of(
                            "registry_schema",
                            new Literal(dialect.stored(registry.schema())),
                            "registry",
                            new Literal(dialect.stored(registry.name())),
                            "wanted",
                            wanted)));
            for (List<Object> row : rows.rows()) {
                identities.put(
                        some.get(((Number) row.get(0)).intValue()), new Identity(text(row.get(1)), text(row.get(2))));
            }
        }
        return identities;
    }

    /** A number stands for the name in the answer: a warehouse may write a name in another way. */
    private Map<String, Object> wanted(int number, RelationName name, Existing.Kind kind) {
        return Map.of(
                "number",
                number,
                "schema",
                new Literal(dialect.stored(name.schema())),
                "name",
                new Literal(dialect.stored(name.name())),
                "kind",
                new Literal(kind.suffix()));
    }

    private static Optional<String> text(Object value) {
        return Optional.ofNullable(value).map(Object::toString);
    }
}

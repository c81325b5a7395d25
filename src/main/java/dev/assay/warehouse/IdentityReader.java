package dev.assay.warehouse;

import dev.assay.sql.RelationName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Asks a warehouse by what relations can be recognised later. */
public record IdentityReader(Wording wording, Dialect dialect) {

    private static final String STATEMENT = "identities";

    public static IdentityReader of(Warehouse warehouse) {
        return new IdentityReader(warehouse.wording(), warehouse.dialect());
    }

    /** Quickly. A relation that seems to be changed may just be told in other words. */
    public SortedMap<RelationName, Identity> read(
            Session session, RelationName registry, Collection<RelationName> relations) {
        return read(session, registry, relations, List.of(), false);
    }

    /** In words that stay the same as long as nobody changes the relation. */
    public SortedMap<RelationName, Identity> readLasting(
            Session session, RelationName registry, Collection<RelationName> relations) {
        return read(session, registry, relations, List.of(), true);
    }

    /** Of few relations, such as those that a cut has locked: definitions of others in their schemas are not printed. */
    public SortedMap<RelationName, Identity> readNamed(
            Session session, RelationName registry, Collection<RelationName> relations) {
        return read(session, registry, relations, named(relations), true);
    }

    private List<Map<String, Object>> named(Collection<RelationName> relations) {
        return relations.stream()
                .map(relation -> Map.<String, Object>of(
                        "schema", new Literal(dialect.stored(relation.schema())),
                        "name", new Literal(dialect.stored(relation.name()))))
                .toList();
    }

    /**
     * @param registry a dump that is restored has another one, and there nothing can be compared
     * @return nothing of relations that do not exist, and of a warehouse that cannot tell
     */
    private SortedMap<RelationName, Identity> read(
            Session session,
            RelationName registry,
            Collection<RelationName> relations,
            List<Map<String, Object>> named,
            boolean lasting) {
        var identities = new TreeMap<RelationName, Identity>();
        if (relations.isEmpty() || !wording.knows(STATEMENT)) {
            return identities;
        }
        Map<StoredName, Identity> found = found(session, registry, schemas(relations), named, lasting);
        for (RelationName relation : relations) {
            Optional.ofNullable(found.get(StoredName.of(dialect, relation)))
                    .ifPresent(identity -> identities.put(relation, identity));
        }
        return identities;
    }

    // Whole schemas: a list of a thousand names costs more than the answer does.
    private Map<StoredName, Identity> found(
            Session session,
            RelationName registry,
            List<Literal> schemas,
            List<Map<String, Object>> named,
            boolean lasting) {
        var question = new PortionedQuery<Literal>(
                session,
                some -> wording.statement(
                        "look for changes in published relations",
                        STATEMENT,
                        Map.of(
                                "registry_schema",
                                new Literal(dialect.stored(registry.schema())),
                                "registry",
                                new Literal(dialect.stored(registry.name())),
                                "schemas",
                                some,
                                "named",
                                named,
                                "lasting",
                                lasting)));
        var found = new HashMap<StoredName, Identity>();
        for (List<Object> row : question.rows(schemas)) {
            found.put(
                    StoredName.of(dialect, row.get(0).toString(), row.get(1).toString()),
                    new Identity(text(row.get(2)), text(row.get(3))));
        }
        return found;
    }

    private List<Literal> schemas(Collection<RelationName> relations) {
        return relations.stream()
                .map(relation -> dialect.stored(relation.schema()))
                .distinct()
                .map(Literal::new)
                .toList();
    }

    private static Optional<String> text(Object value) {
        return Optional.ofNullable(value).map(Object::toString);
    }
}

package dev.assay.warehouse;

import dev.assay.sql.RelationName;

/** A relation's name in its catalog, equal to every other one that the warehouse takes for the same. */
record StoredName(String schema, String name) {

    static StoredName of(Dialect dialect, RelationName relation) {
        return of(dialect, dialect.stored(relation.schema()), dialect.stored(relation.name()));
    }

    static StoredName of(Dialect dialect, String schema, String name) {
        return new StoredName(dialect.compared(Identifier.quoted(schema)), dialect.compared(Identifier.quoted(name)));
    }
}

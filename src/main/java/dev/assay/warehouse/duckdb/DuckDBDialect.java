package dev.assay.warehouse.duckdb;

import dev.assay.sql.RelationName;
import dev.assay.warehouse.Dialect;
import dev.assay.warehouse.ForwardingDialect;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.StandardDialect;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * As most warehouses write, but for one trap: a schema called like an open database is ambiguous to DuckDB, and a file's
 * name is its database's name. {@code shop.duckdb} with a schema {@code shop} is what people make first.
 *
 * @param database the name that DuckDB gives to the file
 * @param others the names of attached databases
 */
record DuckDBDialect(Dialect inner, String database, Set<String> others) implements ForwardingDialect {

    static DuckDBDialect of(DuckDBOutput output) {
        return new DuckDBDialect(
                new StandardDialect("duckdb"),
                output.file()
                        .map(file -> AttachedDatabase.stem(file.getFileName().toString()))
                        .orElse("memory"),
                output.aliases());
    }

    @Override
    public String print(RelationName name) {
        return inner.print(
                isAmbiguous(name) ? new RelationName(Optional.of(database), name.schema(), name.name()) : name);
    }

    /** DuckDB ignores case, also between quotes. */
    @Override
    public String compared(String identifier) {
        String name = identifier.startsWith("\"") ? Identifier.unquoted(identifier) : identifier;
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public OptionalInt plainDecimalScale() {
        return OptionalInt.of(3);
    }

    private boolean isAmbiguous(RelationName name) {
        String schema = name.schema().toLowerCase(Locale.ROOT);
        return name.database().isEmpty()
                && (schema.equals(database.toLowerCase(Locale.ROOT)) || others.contains(schema));
    }
}

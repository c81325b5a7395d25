package dev.assay.warehouse;

import dev.assay.sql.RelationName;
import dev.assay.template.Callable;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** How a warehouse writes names and literals, and where its functions differ. */
public interface Dialect {

    String quote(String identifier);

    default String print(RelationName name) {
        String inSchema = quote(name.schema()) + "." + quote(name.name());
        return name.database().map(database -> quote(database) + "." + inSchema).orElse(inSchema);
    }

    /** A name as the warehouse's own catalogue has it: some change the case of what is not in quotes. */
    default String stored(String name) {
        return name;
    }

    /**
     * What two identifiers have in common if the warehouse takes them for the same name.
     *
     * @param identifier as SQL contains it, with or without double quotes
     */
    default String compared(String identifier) {
        return identifier.startsWith("\"") ? Identifier.unquoted(identifier) : identifier.toLowerCase(Locale.ROOT);
    }

    /** How comments and literals end. */
    default SqlTokens.LexicalRules lexicalRules() {
        return SqlTokens.LexicalRules.STANDARD;
    }

    /** A text literal. For values that the engine itself needs inside a definition, where nothing can be bound. */
    String literal(String text);

    /** How many digits behind the point a type {@code decimal} without numbers keeps; empty where it keeps all. */
    default OptionalInt plainDecimalScale() {
        return OptionalInt.empty();
    }

    /** What a template calls as {@code dialect.date_trunc("day", "x")}, by name. */
    Map<String, Callable> functions();
}

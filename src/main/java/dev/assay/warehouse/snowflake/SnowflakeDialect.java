package dev.assay.warehouse.snowflake;

import dev.assay.sql.RelationName;
import dev.assay.template.Callable;
import dev.assay.warehouse.Dialect;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.SqlTokens;
import dev.assay.warehouse.StandardDialect;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Snowflake reads a name outside of quotes in upper case. Ours are in quotes always, so that reserved words do no harm, and
 * in upper case wherever people could write them without quotes: {@code select * from dev.orders} finds what we made. Any
 * other name stays as it is. Backslashes mean something in texts, and are doubled.
 */
record SnowflakeDialect(Dialect standard) implements Dialect {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*");

    static SnowflakeDialect make() {
        return new SnowflakeDialect(new StandardDialect("snowflake"));
    }

    /** The name that Snowflake stores. */
    static String folded(String name) {
        return PLAIN.matcher(name).matches() ? name.toUpperCase(Locale.ROOT) : name;
    }

    /** As the login takes it: it reads a name like SQL does. */
    static String inLogin(String name) {
        boolean isWritable = PLAIN.matcher(name).matches() || (name.startsWith("\"") && name.endsWith("\""));
        return isWritable ? folded(name) : Identifier.quoted(name);
    }

    /** Names of relations as Snowflake tells them apart; one without a database lies in this one. */
    static Comparator<RelationName> order(String database) {
        return Comparator.comparing(
                        (RelationName name) -> folded(name.database().orElse(database)))
                .thenComparing(name -> folded(name.schema()))
                .thenComparing(name -> folded(name.name()));
    }

    @Override
    public OptionalInt plainDecimalScale() {
        return OptionalInt.of(0);
    }

    @Override
    public String stored(String name) {
        return folded(name);
    }

    @Override
    public String compared(String identifier) {
        return identifier.startsWith("\"") ? Identifier.unquoted(identifier) : identifier.toUpperCase(Locale.ROOT);
    }

    @Override
    public String quote(String identifier) {
        return standard.quote(folded(identifier));
    }

    @Override
    public SqlTokens.LexicalRules lexicalRules() {
        return SqlTokens.LexicalRules.WITH_ESCAPES;
    }

    @Override
    public String literal(String text) {
        return standard.literal(text.replace("\\", "\\\\"));
    }

    @Override
    public Map<String, Callable> functions() {
        return standard.functions();
    }
}

package dev.assay.materialize.keys;

import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The statements that put foreign keys on published tables, look whether rows keep them, and take them off. */
public record KeyStatements(Wording sql) {

    public Statement put(ForeignKey key) {
        return say(
                key,
                "put the " + key.words(),
                "add_foreign_key",
                Map.of(
                        "keys", identifiers(key.columns()),
                        "other", key.parent(),
                        "other_keys", identifiers(key.parentColumns()),
                        "mark", new Literal(key.mark())));
    }

    public Statement remove(ForeignKey key) {
        return say(key, "take off the " + key.words(), "drop_foreign_key", Map.of());
    }

    /** Holds all rows against keys that stand already. */
    public Statement validate(String name, RelationName table) {
        return sql.statement(
                "hold all rows of `" + table + "` against its key `" + name + "`",
                "validate_foreign_key",
                Map.of("name", new Identifier(name), "relation", table));
    }

    /** What the transaction has put off. */
    public Statement check(ForeignKey key) {
        Statement statement = sql.statement(
                "look whether rows keep the " + key.words(),
                "run_deferred",
                Map.of("constraints", List.of(key.table().renamed(table -> key.name()))));
        return key.place().map(statement::askedFor).orElse(statement);
    }

    /**
     * How many rows lead nowhere, and one of them.
     *
     * @param child the table with the key, as it will be
     * @param parent what the key leads to, as it will be
     */
    public Statement orphans(ForeignKey key, RelationName child, RelationName parent) {
        var pairs = new ArrayList<Map<String, Object>>();
        for (int at = 0; at < key.columns().size(); at++) {
            pairs.add(Map.of(
                    "key", new Identifier(key.columns().get(at)),
                    "other_key", new Identifier(key.parentColumns().get(at))));
        }
        Statement statement = sql.statement(
                "look whether rows keep the " + key.words(),
                "orphans",
                Map.of("relation", child, "other", parent, "pairs", pairs));
        return key.place().map(statement::askedFor).orElse(statement);
    }

    private Statement say(ForeignKey key, String purpose, String file, Map<String, Object> more) {
        var values = new HashMap<>(more);
        values.put("name", new Identifier(key.name()));
        values.put("relation", key.table());
        Statement statement = sql.statement(purpose, file, values);
        return key.place().map(statement::askedFor).orElse(statement);
    }

    private static List<Identifier> identifiers(List<String> names) {
        return names.stream().map(Identifier::new).toList();
    }
}

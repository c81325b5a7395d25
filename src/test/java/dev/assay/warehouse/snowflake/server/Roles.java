package dev.assay.warehouse.snowflake.server;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may be granted something, and what.
 *
 * @param inherited roles that were granted to ours
 */
record Roles(Set<String> names, Set<String> inherited) {

    private static final Set<String> OF_TABLES = Set.of(
            "SELECT",
            "INSERT",
            "UPDATE",
            "DELETE",
            "TRUNCATE",
            "REFERENCES",
            "REBUILD",
            "EVOLVE SCHEMA",
            "APPLYBUDGET");
    private static final Set<String> OF_VIEWS = Set.of("SELECT", "REFERENCES");

    Table create(String name) {
        names.add(ServerSession.folded(name));
        return Table.done(Table.DEFINITION);
    }

    Table inherit(String name) {
        inherited.add(require(name));
        return Table.done(Table.DEFINITION);
    }

    boolean isInherited(String role) {
        return inherited.contains(role);
    }

    /** @param after the last name that is known already; the first ones where it is null */
    Table roles(int most, String after) {
        return new Table(
                Table.SELECT,
                List.of(Table.Column.text("created_on"), Table.Column.text("name")),
                names.stream()
                        .sorted()
                        .filter(name -> after == null || name.compareTo(after) > 0)
                        .limit(Math.min(most, 10_000))
                        .map(name -> List.of("", name))
                        .toList(),
                Map.of());
    }

    String require(String name) {
        String role = ServerSession.folded(name);
        if (!names.contains(role)) {
            throw new Refusal(
                    "002003", "02000", "SQL compilation error:\nRole '" + role + "' does not exist or not authorized.");
        }
        return role;
    }

    /** @param kind TABLE or VIEW */
    String right(String words, String kind) {
        if (!(kind.equals("VIEW") ? OF_VIEWS : OF_TABLES).contains(words)) {
            throw new Refusal(
                    "003008",
                    "42601",
                    "SQL compilation error:\nPrivilege '" + words + "' is not supported on " + kind + ".");
        }
        return words;
    }
}

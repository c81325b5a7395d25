package dev.assay.compile;

import dev.assay.sql.RelationName;
import dev.assay.sql.SqlText;
import dev.assay.warehouse.Dialect;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Wording;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * References that keep their columns and lose their rows. Where the user gave none, a reference is given an alias: its
 * own name, by which its columns may be called.
 */
final class NoRows {

    /** Words that may follow a relation and are no alias. */
    private static final Set<String> NO_ALIAS =
            Set.of(("on using where join inner left right full outer cross natural group order having "
                            + "limit offset union except intersect window qualify fetch for tablesample asof "
                            + "positional semi anti lateral pivot unpivot sample select")
                    .split(" ", -1));

    private final Wording wording;
    private final Dialect dialect;
    private final Map<String, String> aliases = new LinkedHashMap<>();

    NoRows(Wording wording, Dialect dialect) {
        this.wording = wording;
        this.dialect = dialect;
    }

    String print(RelationName relation) {
        Map<String, Object> values =
                Map.of("relation", dialect.print(relation), "name", new Identifier(relation.name()));
        String printed = wording.statement("read no rows", "no_rows", values).text();
        aliases.put(printed, " as " + dialect.quote(relation.name()));
        return printed;
    }

    SqlText named(SqlText sql) {
        SqlText named = sql;
        for (var entry : aliases.entrySet()) {
            named = named(named, entry.getKey(), entry.getValue());
        }
        return named;
    }

    private static SqlText named(SqlText sql, String printed, String alias) {
        String text = sql.text();
        var scanner = new SqlScanner(text);
        var splice = new Splice();
        int copied = 0;
        for (int at = text.indexOf(printed); at >= 0; at = text.indexOf(printed, at + printed.length())) {
            int end = at + printed.length();
            if (!isNamed(scanner, scanner.skipBlanks(end))) {
                splice.add(sql, copied, end).add(alias);
                copied = end;
            }
        }
        return copied == 0 ? sql : splice.add(sql, copied, text.length()).done();
    }

    private static boolean isNamed(SqlScanner scanner, int next) {
        String text = scanner.text();
        if (next == text.length()) {
            return false;
        }
        String word = text.substring(next, scanner.endOfWord(next));
        return word.isEmpty()
                ? "\"`.".indexOf(text.charAt(next)) >= 0
                : !NO_ALIAS.contains(word.toLowerCase(java.util.Locale.ROOT));
    }
}

package dev.assay.compile;

import dev.assay.sql.SqlText;
import java.util.SequencedMap;

/** Puts common table expressions before a select, and before those that it has itself. */
final class CommonTables {

    private static final String WITH = "with";
    private static final String RECURSIVE = "recursive";

    private CommonTables() {}

    /**
     * @param tables by printed name, each before those that read it
     */
    static SqlText before(SqlText select, SequencedMap<String, SqlText> tables) {
        if (tables.isEmpty()) {
            return select;
        }
        var scanner = new SqlScanner(select.text());
        int first = scanner.skipBlanks(0);
        var splice = new Splice();
        if (!scanner.isWord(first, WITH)) {
            splice.add(select, 0, first).add(WITH + " ");
            add(tables, splice);
            return splice.add("\n").add(select, first, select.text().length()).done();
        }
        int open = first + WITH.length();
        int second = scanner.skipBlanks(open);
        if (scanner.isWord(second, RECURSIVE)) {
            open = second + RECURSIVE.length();
        }
        splice.add(select, 0, open).add(" ");
        add(tables, splice);
        return splice.add(",").add(select, open, select.text().length()).done();
    }

    private static void add(SequencedMap<String, SqlText> tables, Splice splice) {
        String between = "";
        for (var table : tables.entrySet()) {
            splice.add(between + table.getKey() + " as (\n")
                    .add(table.getValue())
                    .add("\n)");
            between = ", ";
        }
    }
}

package dev.assay.materialize.keys;

import dev.assay.sql.RelationName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table with some of its columns, as SQL writes them: {@code shop."Customers" (id)}. */
record TableWithColumns(RelationName table, List<String> columns) {

    private static final String NAME = "(\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";
    private static final Pattern COLUMN = Pattern.compile("\\s*" + NAME + "\\s*");
    private static final Pattern WHOLE =
            Pattern.compile("\\s*(?:(?i:references)\\s+)?" + NAME + "\\s*\\.\\s*" + NAME + "\\s*\\((.+)\\)\\s*");

    /** Empty where the text is something else, or more than that. */
    static Optional<TableWithColumns> of(String text) {
        Matcher whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            return Optional.empty();
        }
        var columns = new ArrayList<String>();
        Matcher column = COLUMN.matcher(whole.group(3));
        int at = 0;
        while (column.find(at) && column.start() == at) {
            columns.add(plain(column.group(1)));
            at = column.end() + 1;
            if (column.end() == whole.group(3).length()) {
                RelationName table = RelationName.of(plain(whole.group(1)), plain(whole.group(2)));
                return Optional.of(new TableWithColumns(table, List.copyOf(columns)));
            }
            if (whole.group(3).charAt(column.end()) != ','
                    || at == whole.group(3).length()) {
                break;
            }
        }
        return Optional.empty();
    }

    private static String plain(String written) {
        return written.startsWith("\"")
                ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
                : written.toLowerCase(Locale.ROOT);
    }
}

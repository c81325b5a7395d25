package dev.assay.environment;

import java.util.ArrayList;
import java.util.List;

/**
 * Several statements as one text, each behind its length: {@code 8:select 1}. No statement can contain what separates them,
 * whatever is in it.
 */
final class JournalText {

    private JournalText() {}

    static String of(List<String> statements) {
        var text = new StringBuilder();
        statements.forEach(
                statement -> text.append(statement.length()).append(':').append(statement));
        return text.toString();
    }

    static List<String> parse(String text) {
        var statements = new ArrayList<String>();
        int at = 0;
        while (at < text.length()) {
            int start = text.indexOf(':', at) + 1;
            at = start + Integer.parseInt(text, at, start - 1, 10);
            statements.add(text.substring(start, at));
        }
        return statements;
    }
}

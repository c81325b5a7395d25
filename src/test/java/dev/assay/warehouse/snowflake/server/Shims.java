package dev.assay.warehouse.snowflake.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of Snowflake's inside a statement, in the engine's words. Where both are of one length, places stay right. */
final class Shims {

    private static final Map<Pattern, String> WORDS = new LinkedHashMap<>();

    static {
        // An integer has 38 digits there.
        WORDS.put(Pattern.compile("\\bTIMESTAMP_NTZ\\b"), "TIMESTAMP    ");
        WORDS.put(Pattern.compile("\\bTIMESTAMP_TZ\\b"), "TIMESTAMPTZ ");
        WORDS.put(Pattern.compile("\\bINTEGER\\b"), "HUGEINT");
        WORDS.put(Pattern.compile("\\bBIGINT\\b"), "HUGEINT");
        WORDS.put(Pattern.compile("\\bREGEXP_REPLACE\\("), "REPLACE_EVERYWHERE(");
        WORDS.put(Pattern.compile("\\bNUMBER(?=\\s*\\()"), "DECIMAL");
        WORDS.put(Pattern.compile("\\b(DATEADD|DATEDIFF)\\((\\w+),"), "$1('$2',");
        WORDS.put(Pattern.compile("\\bINFORMATION_SCHEMA\\.TABLES\\b"), "temp.snowflake_tables");
        WORDS.put(Pattern.compile("\\bINFORMATION_SCHEMA\\.VIEWS\\b"), "temp.snowflake_views");
        WORDS.put(Pattern.compile("\\bINFORMATION_SCHEMA\\.COLUMNS\\b"), "temp.snowflake_columns");
        WORDS.put(Pattern.compile("\\bINFORMATION_SCHEMA\\.OBJECT_PRIVILEGES\\b"), "temp.snowflake_privileges");
        WORDS.put(
                Pattern.compile("\\bTABLE\\(INFORMATION_SCHEMA\\.POLICY_REFERENCES\\(([^)]*)\\)\\)"),
                "POLICY_REFERENCES($1)");
        WORDS.put(Pattern.compile("\\bLISTAGG\\((.*?)\\)\\s+WITHIN GROUP \\((ORDER BY [^)]*)\\)"), "STRING_AGG($1 $2)");
        WORDS.put(Pattern.compile("\\bLAST_DAY\\((.*?), (MONTH|QUARTER|YEAR|WEEK)\\)"), "MONTH_END('$2', $1)");
    }

    // Quoted names, texts and comments are nobody's words.
    private static final Pattern PIECES =
            Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    /** The engine knows these, Snowflake does not. */
    private static final Map<Pattern, String> UNKNOWN = Map.of(
            Pattern.compile("\\bAT TIME ZONE\\b"), "TIME",
            Pattern.compile("\\bAS (?:NOT )?MATERIALIZED\\b"), "MATERIALIZED");

    private static final Pattern VALUES = Pattern.compile("\\bFROM VALUES\\b");

    private Shims() {}

    static String of(String folded) {
        UNKNOWN.forEach((words, told) -> {
            if (!outside(folded, words, "").equals(folded)) {
                throw new Refusal("001003", "42000", "SQL compilation error:\nsyntax error unexpected '" + told + "'.");
            }
        });
        String text = folded;
        for (Map.Entry<Pattern, String> word : WORDS.entrySet()) {
            text = outside(text, word.getKey(), word.getValue());
        }
        return VALUES.matcher(text).find() ? rows(text) : text;
    }

    private static String outside(String text, Pattern pattern, String replacement) {
        var result = new StringBuilder();
        Matcher word = pattern.matcher(text);
        while (word.find()) {
            boolean hidden = PIECES.matcher(text)
                    .results()
                    .anyMatch(piece -> piece.start() <= word.start() && word.start() < piece.end());
            word.appendReplacement(result, hidden ? Matcher.quoteReplacement(word.group()) : replacement);
        }
        return word.appendTail(result).toString();
    }

    /** {@code from values (?, ?), (?, ?)}: rows whose columns are called column1, column2. */
    private static String rows(String text) {
        Matcher values = VALUES.matcher(text);
        var found = values.find();
        int open = text.indexOf('(', values.end());
        int end = open;
        int width = 0;
        for (int depth = 0, i = open; found && i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 1 && end == open) {
                width++;
            }
            if (depth == 0 && c == ')') {
                end = i + 1;
            } else if (depth == 0 && c != ',' && !Character.isWhitespace(c)) {
                break;
            } else if (depth < 0) {
                break;
            }
        }
        var names = new StringBuilder("column1");
        for (int i = 2; i <= width + 1; i++) {
            names.append(", column").append(i);
        }
        return text.substring(0, values.start()) + "FROM (VALUES " + text.substring(open, end) + ") AS given(" + names
                + ")" + text.substring(end);
    }
}

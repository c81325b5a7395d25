package dev.assay.report;

import java.util.List;

/**
 * Where the columns of a node's line stand: verb, name, rows, tests, seconds.
 *
 * @param nameWidth the longest name that is shown whole
 * @param end the column at which seconds end
 */
record LineLayout(int nameWidth, int end) {

    static final int VERB = 8;

    private static final int NAME_START = VERB + 1;
    private static final int SHORT_NAMES = 18;
    private static final int ROWS = 14;
    private static final int ROWS_SHOWN = 7;
    private static final int GAP = 5;
    private static final int TESTS = 24;
    private static final int FEW_TESTS = 16;
    private static final int SECONDS = 7;

    /** As wide as the names want, as far as the terminal allows. */
    static LineLayout of(List<String> names, int terminalWidth) {
        int fixed = NAME_START + ROWS + GAP + FEW_TESTS + SECONDS;
        int allowed = Math.max(SHORT_NAMES, terminalWidth - fixed);
        int longest = names.stream().mapToInt(Glyphs::width).max().orElse(0);
        int name = Math.clamp(longest, SHORT_NAMES, allowed);
        int wanted = NAME_START + name + ROWS + GAP + TESTS + SECONDS;
        int least = fixed + name;
        return new LineLayout(name, Math.max(least, Math.min(terminalWidth - 3, wanted)));
    }

    /** The column at which rows end. */
    int rowsEnd() {
        return NAME_START + nameWidth + ROWS;
    }

    int testsStart() {
        return rowsEnd() + GAP;
    }

    /** Where words stand that are no number of rows. */
    int wordsStart() {
        return rowsEnd() - ROWS_SHOWN;
    }

    /** A word that is wider than its column has a shorter one that people of that warehouse say. */
    static String verb(String word) {
        return Glyphs.padLeft(word.equals("materialized_view") ? "matview" : word, VERB);
    }

    String name(String name) {
        return Glyphs.cutMiddle(Glyphs.visible(name), nameWidth);
    }

    /** The line so far, and text that should end at a column; one blank at least between them. */
    static String endingAt(String line, int column, String text) {
        int blanks = column - Glyphs.width(line) - Glyphs.width(text);
        return line + " ".repeat(Math.max(line.isEmpty() ? 0 : 1, blanks)) + text;
    }

    /** The line so far, and text that should begin at a column; two blanks at least between them. */
    static String startingAt(String line, int column, String text) {
        return line + " ".repeat(Math.max(2, column - Glyphs.width(line))) + text;
    }

    /** A line and its seconds. */
    String timed(String line, String seconds) {
        return endingAt(line, Math.max(end, Glyphs.width(line) + seconds.length() + 2), seconds);
    }
}

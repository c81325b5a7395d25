package dev.assay.report;

import dev.assay.manifest.ResourceType;
import dev.assay.result.RunEvent.Planned;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the columns of a node's line stand: verb, kind, name, rows, tests, seconds.
 *
 * @param kindWidth the longest kind
 * @param nameWidth for how long a name there is room
 * @param cutsNames whether a longer name is cut in its middle: a terminal has no more room, a file has
 * @param end the column at which seconds end
 */
record LineLayout(int kindWidth, int nameWidth, boolean cutsNames, int end) {

    static final int VERB = 8;

    private static final int KIND_START = VERB + 1;
    private static final int SHORT_KINDS = 5;
    private static final int LONG_KINDS = 9;
    private static final int LONG_NAMES = 40;
    private static final int SHORT_NAMES = 18;
    private static final int ROWS = 14;
    private static final int ROWS_SHOWN = 7;
    private static final int GAP = 5;
    private static final int TESTS = 24;
    private static final int FEW_TESTS = 16;
    private static final int SECONDS = 7;

    /** As wide as the names of a run need, as far as the width allows. */
    static LineLayout of(List<Planned> planned, Output output) {
        int kind = Math.clamp(
                longest(planned.stream().map(Planned::action).map(LineLayout::shortKind)), SHORT_KINDS, LONG_KINDS);
        int fixed = KIND_START + kind + 1 + ROWS + GAP + FEW_TESTS + SECONDS;
        int allowed = Math.max(SHORT_NAMES, output.live() ? output.width() - fixed : LONG_NAMES);
        int name = Math.clamp(
                longest(planned.stream().filter(LineLayout::isNode).map(Planned::name)), SHORT_NAMES, allowed);
        int least = fixed + name;
        int wanted = least - FEW_TESTS + TESTS;
        int end = output.live() ? Math.max(least, Math.min(output.width() - 3, wanted)) : wanted;
        return new LineLayout(kind, name, output.live(), end);
    }

    // Tests have long names, and nothing in the columns behind them.
    private static boolean isNode(Planned planned) {
        return planned.id().type() != ResourceType.TEST;
    }

    private static int longest(Stream<String> texts) {
        return texts.mapToInt(Glyphs::width).max().orElse(0);
    }

    /** The column at which rows end. */
    int rowsEnd() {
        return KIND_START + kindWidth + 1 + nameWidth + ROWS;
    }

    int testsStart() {
        return rowsEnd() + GAP;
    }

    /** Where words stand that are no number of rows. */
    int wordsStart() {
        return rowsEnd() - ROWS_SHOWN;
    }

    static String verb(String word) {
        return Glyphs.padLeft(word, VERB);
    }

    String kind(String kind) {
        return Glyphs.padRight(shortKind(kind), kindWidth);
    }

    /** A word that is wider than its column has a shorter one that people of that warehouse say. */
    private static String shortKind(String kind) {
        return kind.equals("materialized_view") ? "matview" : kind;
    }

    String name(String name) {
        String visible = Glyphs.visible(name);
        return cutsNames ? Glyphs.cutMiddle(visible, nameWidth) : visible;
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

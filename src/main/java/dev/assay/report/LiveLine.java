package dev.assay.report;

import java.time.Duration;
import java.time.Instant;

/** The line at the bottom of a terminal: what runs now, how far it is, how long it may take. Never wider than the terminal. */
record LiveLine(ProgressEstimate progress, Instant now) {

    private static final int BAR = 10;
    private static final int LEAST_FOR_BAR = 80;

    String draw(int width) {
        String state = (width < LEAST_FOR_BAR ? "" : bar() + " ") + Counted.number(progress.done()) + " of "
                + Counted.number(progress.total()) + ", "
                + Counted.time(progress.elapsed(now))
                + progress.left(now)
                        .map(LiveLine::left)
                        .orElse(progress.isUnknown(now) ? ", no earlier run to compare" : "");
        String names = new NameList(progress.running()).toString();
        String start = LineLayout.verb("Running") + " ";
        int room = width - 1 - Glyphs.width(start) - Glyphs.width(state) - 2;
        if (room < 10) {
            return Glyphs.cutEnd(start + state, width - 1);
        }
        return start + Glyphs.padRight(Glyphs.cutMiddle(names, room), room) + "  " + state;
    }

    private String bar() {
        int full = progress.total() == 0 ? BAR : BAR * progress.done() / progress.total();
        return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "]";
    }

    private static String left(Duration left) {
        return left.toSeconds() < 1 ? ", nearly done" : ", about " + whole(left) + " left";
    }

    private static String whole(Duration left) {
        return left.toSeconds() < 60 ? left.toSeconds() + "s" : Counted.time(left);
    }
}

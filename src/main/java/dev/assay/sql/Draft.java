package dev.assay.sql;

import java.util.List;
import java.util.function.Function;

/**
 * A template rendered while reading, with holes where the names of relations go: those are known only when all files have
 * been read. Filling the holes is all that is left to do, unless the template asked for something that changes between
 * reading and running: then it is not settled and has to be rendered again.
 *
 * @param holes in the order of the text
 * @param settled whether filling the holes gives what a new rendering would give
 */
public record Draft(SqlText sql, List<Hole> holes, boolean settled) {

    /** A place in the text, from start to end, and what belongs there: {@code ref orders}, {@code source shop.raw}, {@code this}. */
    public record Hole(int start, int end, Wanted wanted) {}

    /** What a hole waits for. */
    public record Wanted(Kind kind, List<String> names) {

        public enum Kind {
            REF,
            SOURCE,
            THIS
        }
    }

    public Draft {
        holes = List.copyOf(holes);
    }

    /** The finished text; offsets in it lead back to where the user wrote them. */
    public SqlText fill(Function<Wanted, String> names) {
        if (holes.isEmpty()) {
            return sql;
        }
        var text = new StringBuilder(sql.text().length() + holes.size() * 32);
        int[] filledStarts = new int[holes.size()];
        int[] filledEnds = new int[holes.size()];
        int copied = 0;
        for (int i = 0; i < holes.size(); i++) {
            Hole hole = holes.get(i);
            text.append(sql.text(), copied, hole.start());
            filledStarts[i] = text.length();
            text.append(names.apply(hole.wanted()));
            filledEnds[i] = text.length();
            copied = hole.end();
        }
        text.append(sql.text(), copied, sql.text().length());
        return new SqlText(text.toString(), offset -> sql.origin().at(before(offset, filledStarts, filledEnds)));
    }

    /** The offset in the text with holes, for an offset in the filled text. */
    private int before(int offset, int[] filledStarts, int[] filledEnds) {
        int moved = 0;
        for (int i = 0; i < filledStarts.length && filledStarts[i] <= offset; i++) {
            if (offset < filledEnds[i]) {
                return holes.get(i).start();
            }
            moved = filledEnds[i] - holes.get(i).end();
        }
        return offset - moved;
    }
}

package dev.assay.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A rendered template with holes where the names of relations go, so that one rendering can be printed over the names that
 * are tested and over the names that readers know.
 *
 * @param sql empty where the state is FORGOTTEN
 * @param holes in the order of the text
 * @param isExact whether the filled text is for all names what a rendering over those names gives: the template prints
 *     names and does nothing else with them
 */
public record Draft(SqlText sql, List<Hole> holes, State state, boolean isExact) {

    /** Whether a text that was rendered while the project was read is still the text when the node is built. */
    public enum State {
        /** Only the names are missing. */
        SETTLED,
        /** It was settled in an earlier call, which did not keep the text; a new rendering gives it again. */
        FORGOTTEN,
        /** The template asks for something that changes between reading and building. */
        OPEN
    }

    /** A place in the text, from start to end, and what belongs there: {@code ref orders}, {@code source shop.raw}, {@code this}. */
    public record Hole(int start, int end, Wanted wanted, Part part) {}

    /** What of a relation's name belongs into a hole. */
    public enum Part {
        WHOLE,
        DATABASE,
        SCHEMA,
        NAME
    }

    /** What a hole waits for. */
    public record Wanted(Kind kind, List<String> names) {

        public enum Kind {
            REF,
            SOURCE,
            THIS,
            /** What readers see now, whatever the names of a run are. */
            PUBLISHED
        }
    }

    public Draft {
        holes = List.copyOf(holes);
    }

    /** A settled text that an earlier call rendered, or one that is open; rendering gives it. */
    public static Draft unknown(State state) {
        return new Draft(SqlText.plain(""), List.of(), state, false);
    }

    /** Whether filling the holes gives what a new rendering would give, if the template does nothing else with names. */
    public boolean isSettled() {
        return state != State.OPEN;
    }

    /** The finished text; offsets in it lead back to where the user wrote them. */
    public SqlText fill(Function<Hole, String> names) {
        return fillKnown(hole -> Optional.of(names.apply(hole))).sql();
    }

    /** The same draft, without the holes for which there is a name. */
    public Draft fillKnown(Function<Hole, Optional<String>> names) {
        if (holes.isEmpty()) {
            return this;
        }
        var text = new StringBuilder(sql.text().length() + holes.size() * 32);
        var open = new ArrayList<Hole>();
        int[] filledStarts = new int[holes.size()];
        int[] filledEnds = new int[holes.size()];
        int copied = 0;
        for (int i = 0; i < holes.size(); i++) {
            Hole hole = holes.get(i);
            text.append(sql.text(), copied, hole.start());
            filledStarts[i] = text.length();
            Optional<String> name = names.apply(hole);
            text.append(name.orElseGet(() -> sql.text().substring(hole.start(), hole.end())));
            filledEnds[i] = text.length();
            if (name.isEmpty()) {
                open.add(new Hole(filledStarts[i], filledEnds[i], hole.wanted(), hole.part()));
            }
            copied = hole.end();
        }
        text.append(sql.text(), copied, sql.text().length());
        var filled = new SqlText(text.toString(), offset -> sql.origin().at(before(offset, filledStarts, filledEnds)));
        return new Draft(filled, open, state, isExact);
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

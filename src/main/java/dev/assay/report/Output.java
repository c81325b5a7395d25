package dev.assay.report;

import java.io.PrintStream;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Where a report is written.
 *
 * @param live whether a line may be drawn anew in its place: a terminal that is not dumb
 * @param width in columns, of a terminal; in a file or a log, lines may have any width
 */
public record Output(PrintStream stream, boolean live, int width, Palette palette) {

    private static final int USUAL_WIDTH = 80;

    /** A file or a pipe: no colour, no live line. */
    public static Output plain(PrintStream stream) {
        return new Output(stream, false, USUAL_WIDTH, Palette.PLAIN);
    }

    /**
     * What the surroundings ask for.
     *
     * @param terminal whether somebody watches the stream
     * @param width where the terminal tells it
     * @param environment {@code NO_COLOR}, {@code CLICOLOR_FORCE}, {@code TERM}, {@code COLUMNS}
     */
    public static Output of(PrintStream stream, boolean terminal, OptionalInt width, Map<String, String> environment) {
        boolean able = terminal && !environment.getOrDefault("TERM", "").equals("dumb");
        boolean unwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        boolean forced = !environment.getOrDefault("CLICOLOR_FORCE", "0").equals("0");
        boolean coloured = !unwanted && (able || forced);
        int columns = width.orElseGet(() -> columns(environment.getOrDefault("COLUMNS", "")));
        return new Output(stream, able, columns < 20 ? USUAL_WIDTH : columns, coloured ? Palette.ANSI : Palette.PLAIN);
    }

    private static int columns(String written) {
        return written.matches("[0-9]{1,4}") ? Integer.parseInt(written) : USUAL_WIDTH;
    }
}

package dev.assay.feed;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/** A window over a stream of characters that always holds the whole of the current row. */
final class CsvBuffer {

    // A row is held whole in memory; one this long is a quote that nobody closed.
    private static final int LONGEST_ROW = 1 << 24;

    private final Reader reader;
    private char[] chars = new char[1 << 16];
    private int start;
    private int limit;

    CsvBuffer(Reader reader) {
        this.reader = reader;
    }

    char[] chars() {
        return chars;
    }

    /** Where the current row begins in {@link #chars()}. */
    int start() {
        return start;
    }

    int limit() {
        return limit;
    }

    void startAt(int index) {
        start = index;
    }

    /**
     * Reads on. The current row moves to the front, so indexes into {@link #chars()} become smaller by what {@link
     * #start()} was.
     *
     * @return whether anything came
     */
    boolean more() throws IOException {
        int kept = limit - start;
        if (kept > LONGEST_ROW) {
            return false;
        }
        if (kept > chars.length / 2) {
            chars = Arrays.copyOfRange(chars, start, start + chars.length * 2);
        } else if (start > 0) {
            System.arraycopy(chars, start, chars, 0, kept);
        }
        start = 0;
        limit = kept;
        int came = reader.read(chars, limit, chars.length - limit);
        limit += Math.max(came, 0);
        return came > 0;
    }
}

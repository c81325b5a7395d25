package dev.assay.feed;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A window over a stream of bytes that always holds the whole of the current row. */
final class CsvBuffer {

    // A row is held whole in memory; one this long is a quote that nobody closed.
    private static final int LONGEST_ROW = 1 << 25;

    private final InputStream data;
    private byte[] bytes = new byte[1 << 16];
    private int start;
    private int limit;
    private long left;

    CsvBuffer(InputStream data) {
        this.data = data;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the current row begins in {@link #bytes()}. */
    int start() {
        return start;
    }

    int limit() {
        return limit;
    }

    /** How many bytes of the stream stood before those that are held now. */
    long left() {
        return left;
    }

    void startAt(int index) {
        start = index;
    }

    /**
     * Reads on. The current row moves to the front, so indexes into {@link #bytes()} become smaller by what {@link
     * #start()} was.
     *
     * @return whether anything came
     */
    boolean more() throws IOException {
        int kept = limit - start;
        if (kept > LONGEST_ROW) {
            return false;
        }
        if (kept > bytes.length / 2) {
            bytes = Arrays.copyOfRange(bytes, start, start + bytes.length * 2);
        } else if (start > 0) {
            System.arraycopy(bytes, start, bytes, 0, kept);
        }
        left += start;
        start = 0;
        limit = kept;
        int came = data.read(bytes, limit, bytes.length - limit);
        limit += Math.max(came, 0);
        return came > 0;
    }
}

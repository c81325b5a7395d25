package dev.assay.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The rows of a sound CSV file in one plain form: no header, commas, one kind of line end, quotes around every cell that
 * others might take for something else. Whatever reads this has nothing to guess: no delimiter, no byte order mark, no blank lines, no word that
 * would mean the end.
 */
final class PlainRows extends InputStream {

    private static final int PORTION = 1 << 16;

    private final CsvRows rows;
    private final CsvRow row;
    private final byte[] blankLine;
    private byte[] out = new byte[PORTION * 2];
    private int from;
    private int to;
    private int columns;

    /** @param blankLine what is written for a row of nothing but one null */
    PlainRows(InputStream data, char delimiter, String blankLine) {
        this.blankLine = blankLine.getBytes(StandardCharsets.US_ASCII);
        this.rows = new CsvRows(data, delimiter);
        this.row = rows.row();
    }

    @Override
    public int read() throws IOException {
        return fill() ? out[from++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, to - from);
        System.arraycopy(out, from, bytes, offset, count);
        from += count;
        return count;
    }

    /** Whether there is more to be read. */
    private boolean fill() throws IOException {
        if (from < to) {
            return true;
        }
        from = 0;
        to = 0;
        try {
            if (columns == 0 && rows.next()) {
                columns = row.cells();
            }
            while (to < PORTION && rows.next()) {
                if (columns == 1 || !row.isBlank()) {
                    write();
                }
            }
        } catch (CsvRows.Broken changed) {
            throw new IOException("it has changed since it was looked at: " + changed.getMessage(), changed);
        }
        return to > 0;
    }

    private void write() {
        // Each byte may be doubled, and each cell has two quotes and a comma.
        int most = to + row.length() * 2 + row.cells() * 3 + blankLine.length + 1;
        if (most > out.length) {
            out = Arrays.copyOf(out, Math.max(most, out.length * 2));
        }
        for (int i = 0; i < row.cells(); i++) {
            if (i > 0) {
                out[to++] = ',';
            }
            if (isPlain(i)) {
                copy(i);
            } else if (!row.isNull(i)) {
                out[to++] = '"';
                writeCell(i);
                out[to++] = '"';
            }
        }
        if (row.isBlank()) {
            System.arraycopy(blankLine, 0, out, to, blankLine.length);
            to += blankLine.length;
        }
        out[to++] = '\n';
    }

    /** Whether a cell that is written without quotes means the same to everybody; null does. */
    private boolean isPlain(int cell) {
        byte[] bytes = row.bytes();
        int end = row.to(cell);
        // A backslash and a dot alone on a line mean the end to some servers.
        if (row.isQuoted(cell) || (row.from(cell) < end && bytes[row.from(cell)] == '\\')) {
            return false;
        }
        for (int i = row.from(cell); i < end; i++) {
            if (bytes[i] == '"' || bytes[i] == ',') {
                return false;
            }
        }
        return true;
    }

    private void copy(int cell) {
        int length = row.to(cell) - row.from(cell);
        System.arraycopy(row.bytes(), row.from(cell), out, to, length);
        to += length;
    }

    private void writeCell(int cell) {
        if (row.isQuoted(cell)) {
            copy(cell);
            return;
        }
        byte[] bytes = row.bytes();
        for (int i = row.from(cell); i < row.to(cell); i++) {
            if (bytes[i] == '"') {
                out[to++] = '"';
            }
            out[to++] = bytes[i];
        }
    }
}

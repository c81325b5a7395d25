package dev.assay.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The rows of a CSV file one after the other: quotes doubled inside quotes, line ends of any kind, a byte order mark
 * skipped. Holds one row at a time and makes no object for a cell, for files have millions of rows. Works on bytes: in
 * UTF-8 all that shapes a row is one byte, and most cells need never become text.
 */
final class CsvRows {

    private static final char QUOTE = '"';
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    // What a byte means to a cell without quotes.
    private static final byte ORDINARY = 0;
    private static final byte BEYOND_ASCII = 1;
    private static final byte SHAPING = 2;

    /** What is wrong with a row, and where in it. Nothing behind it can be told apart. */
    static final class Broken extends Exception {

        private static final long serialVersionUID = 1L;

        private final int offset;

        Broken(String what, int offset) {
            super(what);
            this.offset = offset;
        }

        int offset() {
            return offset;
        }
    }

    private final CsvBuffer buffer;
    private final byte delimiter;
    private final byte[] meaning = new byte[256];
    private int[] from = new int[64];
    private int[] to = new int[64];
    private boolean[] quoted = new boolean[64];
    private boolean[] doubled = new boolean[64];
    private int cells;
    private int at;
    private long line = 1;
    private long linesRead;
    private boolean begun;
    private boolean beyondAscii;
    private boolean cellsHoldLines;

    CsvRows(InputStream data, char delimiter) {
        this.buffer = new CsvBuffer(data);
        this.delimiter = (byte) delimiter;
        Arrays.fill(meaning, 128, 256, BEYOND_ASCII);
        for (char shaping : new char[] {delimiter, QUOTE, '\n', '\r'}) {
            meaning[shaping] = SHAPING;
        }
    }

    /** Goes to the next row; false behind the last. */
    boolean next() throws IOException, Broken {
        line = linesRead + 1;
        buffer.startAt(at);
        cells = 0;
        if (!has()) {
            return false;
        }
        if (!begun) {
            begun = true;
            skipMark();
            if (!has()) {
                return false;
            }
        }
        boolean another = true;
        while (another) {
            another = cell();
        }
        linesRead++;
        if (beyondAscii) {
            beyondAscii = false;
            requireUtf8();
        }
        return true;
    }

    private void skipMark() throws IOException {
        for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
            if (!has() || buffer.bytes()[at] != BYTE_ORDER_MARK[i]) {
                at = buffer.start();
                return;
            }
            at++;
        }
        buffer.startAt(at);
    }

    private void requireUtf8() throws Broken {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer row = ByteBuffer.wrap(buffer.bytes(), buffer.start(), length());
        CoderResult result = decoder.decode(row, CharBuffer.allocate(length()), true);
        if (result.isError()) {
            throw new Broken("this is not UTF-8 text", row.position() - buffer.start());
        }
    }

    /** Reads one cell and the delimiter or line end behind it; whether the row goes on. */
    private boolean cell() throws IOException, Broken {
        open();
        if (has() && buffer.bytes()[at] == QUOTE) {
            at++;
            from[cells]++;
            quotedCell();
        } else {
            plainCell();
        }
        cells++;
        if (!has()) {
            return false;
        }
        byte end = buffer.bytes()[at++];
        if (end == '\r' && has() && buffer.bytes()[at] == '\n') {
            at++;
        }
        return end == delimiter;
    }

    private void open() {
        if (cells == from.length) {
            from = Arrays.copyOf(from, cells * 2);
            to = Arrays.copyOf(to, cells * 2);
            quoted = Arrays.copyOf(quoted, cells * 2);
            doubled = Arrays.copyOf(doubled, cells * 2);
        }
        from[cells] = at - buffer.start();
        quoted[cells] = false;
        doubled[cells] = false;
    }

    private void plainCell() throws IOException, Broken {
        while (has()) {
            byte[] bytes = buffer.bytes();
            int limit = buffer.limit();
            int i = at;
            byte met = ORDINARY;
            while (i < limit && (met = meaning[bytes[i] & 0xff]) != SHAPING) {
                beyondAscii |= met == BEYOND_ASCII;
                i++;
            }
            at = i;
            if (i < limit) {
                if (bytes[i] != QUOTE) {
                    break;
                }
                // Inches are written 5"; a quote behind blanks alone was meant to open the cell.
                if (isBlank(bytes, buffer.start() + from[cells], i)) {
                    throw new Broken("a quote opens behind blanks", i - buffer.start());
                }
                at++;
            }
        }
        to[cells] = at - buffer.start();
    }

    private void quotedCell() throws IOException, Broken {
        int opened = from[cells] - 1;
        quoted[cells] = true;
        while (true) {
            toQuote();
            if (!has()) {
                throw new Broken("this quote is never closed", opened);
            }
            at++;
            if (!has() || buffer.bytes()[at] != QUOTE) {
                break;
            }
            doubled[cells] = true;
            at++;
        }
        to[cells] = at - 1 - buffer.start();
        if (has() && buffer.bytes()[at] != delimiter && buffer.bytes()[at] != '\n' && buffer.bytes()[at] != '\r') {
            throw new Broken("text goes on behind a closing quote", at - buffer.start());
        }
    }

    private void toQuote() throws IOException {
        while (has()) {
            byte c = buffer.bytes()[at];
            if (c == QUOTE) {
                return;
            }
            at++;
            beyondAscii |= c < 0;
            if (c == '\n' || (c == '\r' && !(has() && buffer.bytes()[at] == '\n'))) {
                linesRead++;
                cellsHoldLines = true;
            }
        }
    }

    private boolean has() throws IOException {
        if (at < buffer.limit()) {
            return true;
        }
        int moved = buffer.start();
        boolean came = buffer.more();
        at -= moved;
        return came;
    }

    private static boolean isBlank(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    int cells() {
        return cells;
    }

    /** A line with nothing on it. */
    boolean isBlank() {
        return cells == 1 && !quoted[0] && from[0] == to[0];
    }

    /** The number of the line on which the row begins. */
    long line() {
        return line;
    }

    /** The row's length in bytes, with its line end. */
    int length() {
        return at - buffer.start();
    }

    boolean cellsHoldLines() {
        return cellsHoldLines;
    }

    boolean isQuoted(int cell) {
        return quoted[cell];
    }

    boolean isDoubled(int cell) {
        return doubled[cell];
    }

    /** A cell that stands for null: nothing written, no quotes. */
    boolean isNull(int cell) {
        return !quoted[cell] && from[cell] == to[cell];
    }

    byte[] bytes() {
        return buffer.bytes();
    }

    int from(int cell) {
        return buffer.start() + from[cell];
    }

    int to(int cell) {
        return buffer.start() + to[cell];
    }

    /** Where the cell begins in the row, in characters. */
    int column(int cell) {
        return columnAt(from[cell]);
    }

    /** An offset into the row in bytes, as one in characters. */
    int columnAt(int offset) {
        return decoded(buffer.start(), offset).length();
    }

    String text(int cell) {
        String text = decoded(from(cell), to[cell] - from[cell]);
        return doubled[cell] ? text.replace("\"\"", "\"") : text;
    }

    private String decoded(int start, int length) {
        return new String(buffer.bytes(), start, length, StandardCharsets.UTF_8);
    }

    /** The row's first line as written, as far as it has been read. */
    String written() {
        int length = Math.min(buffer.limit(), at + 200) - buffer.start();
        return decoded(buffer.start(), length).lines().findFirst().orElse("");
    }
}

package dev.assay.feed;

import java.io.IOException;
import java.io.InputStream;
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

        /** In bytes from the start of the row. */
        int offset() {
            return offset;
        }
    }

    private final CsvBuffer buffer;
    private final CsvRow row;
    private final byte delimiter;
    private final byte[] meaning = new byte[256];
    // Greater ones are ordinary: digits and letters are, beside a comma.
    private final byte lastShaping;
    private int at;
    private long linesRead;
    private boolean begun;
    private boolean beyondAscii;
    private boolean cellsHoldLines;
    private boolean bare = true;

    CsvRows(InputStream data, char delimiter) {
        this.buffer = new CsvBuffer(data);
        this.row = new CsvRow(buffer);
        this.delimiter = (byte) delimiter;
        this.lastShaping = (byte) Math.max(delimiter, QUOTE);
        Arrays.fill(meaning, 128, 256, BEYOND_ASCII);
        for (char shaping : new char[] {delimiter, QUOTE, '\n', '\r'}) {
            meaning[shaping] = SHAPING;
        }
    }

    /** Of data that go on where a row ended: a mark there belongs to a cell. */
    static CsvRows further(InputStream data, char delimiter) {
        var rows = new CsvRows(data, delimiter);
        rows.begun = true;
        return rows;
    }

    /** The row that {@link #next} has gone to. */
    CsvRow row() {
        return row;
    }

    /** Whether some cell so far goes over several lines. */
    boolean cellsHoldLines() {
        return cellsHoldLines;
    }

    /** How many bytes of the data lie behind it. */
    long passed() {
        return buffer.left() + at;
    }

    /** Whether nothing so far was in quotes, and every line ended with a line feed alone. */
    boolean isBare() {
        return bare;
    }

    /** Goes to the next row; false behind the last. */
    boolean next() throws IOException, Broken {
        row.begin(linesRead + 1);
        buffer.startAt(at);
        if (!begun) {
            begun = true;
            skipMark();
        }
        if (!has()) {
            return false;
        }
        if (!plainRow()) {
            row.begin(linesRead + 1);
            boolean another = true;
            while (another) {
                another = cell();
            }
        }
        row.end(offset());
        linesRead++;
        if (beyondAscii) {
            beyondAscii = false;
            row.requireUtf8();
        }
        return true;
    }

    private void skipMark() throws IOException {
        for (byte part : BYTE_ORDER_MARK) {
            if (!has() || buffer.bytes()[at] != part) {
                at = buffer.start();
                return;
            }
            at++;
        }
        bare = false;
        buffer.startAt(at);
    }

    /** Most rows have no quotes and lie in the buffer whole: one loop reads them. False where it is another row. */
    private boolean plainRow() {
        byte[] bytes = buffer.bytes();
        byte[] meanings = meaning;
        int start = buffer.start();
        int limit = buffer.limit();
        boolean beyond = false;
        int opened = at;
        byte last = lastShaping;
        for (int i = at; i < limit; i++) {
            byte shaping = bytes[i];
            if (shaping > last) {
                continue;
            }
            byte met = meanings[shaping & 0xff];
            if (met == ORDINARY) {
                continue;
            }
            if (met == BEYOND_ASCII) {
                beyond = true;
                continue;
            }
            if (shaping == QUOTE || shaping == '\r') {
                bare = false;
                if (shaping == QUOTE || i + 1 == limit) {
                    return false;
                }
            }
            row.add(opened - start, i - start);
            opened = i + 1;
            if (shaping != delimiter) {
                at = shaping == '\r' && bytes[i + 1] == '\n' ? i + 2 : i + 1;
                beyondAscii |= beyond;
                return true;
            }
        }
        return false;
    }

    /** Reads one cell and the delimiter or line end behind it; whether the row goes on. */
    private boolean cell() throws IOException, Broken {
        row.open(offset());
        if (has() && buffer.bytes()[at] == QUOTE) {
            at++;
            bare = false;
            row.quote();
            quotedCell();
        } else {
            plainCell();
        }
        if (!has()) {
            return false;
        }
        byte end = buffer.bytes()[at++];
        if (end == '\r') {
            bare = false;
            if (has() && buffer.bytes()[at] == '\n') {
                at++;
            }
        }
        return end == delimiter;
    }

    private void plainCell() throws IOException, Broken {
        while (toShaping() && buffer.bytes()[at] == QUOTE) {
            // Inches are written 5"; a quote behind blanks alone was meant to open the cell.
            if (isBlank(buffer.bytes(), buffer.start() + row.opened(), at)) {
                throw new Broken("a quote opens behind blanks", offset());
            }
            bare = false;
            at++;
        }
        row.close(offset());
    }

    /** Goes to the next byte that may end a cell; false at the end of the file. */
    private boolean toShaping() throws IOException {
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
                return true;
            }
        }
        return false;
    }

    private void quotedCell() throws IOException, Broken {
        int opening = row.opened() - 1;
        while (true) {
            toQuote();
            if (!has()) {
                throw new Broken("this quote is never closed", opening);
            }
            at++;
            if (!has() || buffer.bytes()[at] != QUOTE) {
                break;
            }
            row.doubleQuote();
            at++;
        }
        boolean ends = !has() || (meaning[buffer.bytes()[at] & 0xff] == SHAPING);
        if (!ends) {
            throw new Broken("text goes on behind a closing quote", offset());
        }
        row.close(offset() - 1);
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

    /** How far it has come in the row. */
    private int offset() {
        return at - buffer.start();
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
}

package dev.assay.feed;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * The rows of a CSV file one after the other: quotes doubled inside quotes, line ends of any kind, a byte order mark
 * skipped. Holds one row at a time and makes no object for a cell, for files have millions of rows.
 */
final class CsvRows {

    private static final char QUOTE = '"';
    private static final char BYTE_ORDER_MARK = '\uFEFF';

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
    private final char delimiter;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private boolean[] quoted = new boolean[64];
    private boolean[] doubled = new boolean[64];
    private int cells;
    private int at;
    private long line = 1;
    private long linesRead;
    private boolean begun;
    private boolean cellsHoldLines;

    CsvRows(Reader reader, char delimiter) {
        this.buffer = new CsvBuffer(reader);
        this.delimiter = delimiter;
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
            if (buffer.chars()[at] == BYTE_ORDER_MARK) {
                buffer.startAt(++at);
                return next();
            }
        }
        boolean another = true;
        while (another) {
            another = cell();
        }
        linesRead++;
        return true;
    }

    /** Reads one cell and the delimiter or line end behind it; whether the row goes on. */
    private boolean cell() throws IOException, Broken {
        open();
        if (has() && buffer.chars()[at] == QUOTE) {
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
        char end = buffer.chars()[at++];
        if (end == '\r' && has() && buffer.chars()[at] == '\n') {
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
            char[] chars = buffer.chars();
            int limit = buffer.limit();
            int i = at;
            while (i < limit && chars[i] != delimiter && chars[i] != '\n' && chars[i] != '\r' && chars[i] != QUOTE) {
                i++;
            }
            at = i;
            if (i < limit) {
                if (chars[i] != QUOTE) {
                    break;
                }
                // Inches are written 5"; a quote behind blanks alone was meant to open the cell.
                if (isBlank(chars, buffer.start() + from[cells], i)) {
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
            if (!has() || buffer.chars()[at] != QUOTE) {
                break;
            }
            doubled[cells] = true;
            at++;
        }
        to[cells] = at - 1 - buffer.start();
        if (has() && buffer.chars()[at] != delimiter && buffer.chars()[at] != '\n' && buffer.chars()[at] != '\r') {
            throw new Broken("text goes on behind a closing quote", at - buffer.start());
        }
    }

    private void toQuote() throws IOException {
        while (has()) {
            char c = buffer.chars()[at];
            if (c == QUOTE) {
                return;
            }
            at++;
            if (c == '\n' || (c == '\r' && !(has() && buffer.chars()[at] == '\n'))) {
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

    private static boolean isBlank(char[] chars, int start, int end) {
        for (int i = start; i < end; i++) {
            if (chars[i] != ' ' && chars[i] != '\t') {
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

    /** The row's length in characters, with its line end. */
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

    char[] chars() {
        return buffer.chars();
    }

    int from(int cell) {
        return buffer.start() + from[cell];
    }

    int to(int cell) {
        return buffer.start() + to[cell];
    }

    /** Where the cell begins in the row, in characters. */
    int offset(int cell) {
        return from[cell];
    }

    String text(int cell) {
        String text = new String(buffer.chars(), from(cell), to[cell] - from[cell]);
        return doubled[cell] ? text.replace("\"\"", "\"") : text;
    }

    /** The row as written, as far as it has been read. */
    String written() {
        return new String(buffer.chars(), buffer.start(), Math.min(buffer.limit(), at + 200) - buffer.start())
                .lines()
                .findFirst()
                .orElse("");
    }
}

package dev.assay.feed;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The current row of a file: where its cells begin and end in the buffer. One object serves for all rows. */
final class CsvRow {

    private final CsvBuffer buffer;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private boolean[] quoted = new boolean[64];
    private boolean[] doubled = new boolean[64];
    private int cells;
    private int length;
    private long line;

    CsvRow(CsvBuffer buffer) {
        this.buffer = buffer;
    }

    void begin(long number) {
        line = number;
        cells = 0;
        length = 0;
    }

    /** A cell begins, so many bytes behind the start of the row. */
    void open(int offset) {
        if (cells == from.length) {
            from = Arrays.copyOf(from, cells * 2);
            to = Arrays.copyOf(to, cells * 2);
            quoted = Arrays.copyOf(quoted, cells * 2);
            doubled = Arrays.copyOf(doubled, cells * 2);
        }
        from[cells] = offset;
        quoted[cells] = false;
        doubled[cells] = false;
    }

    /** A whole cell without quotes. */
    void add(int start, int stop) {
        if (cells == from.length) {
            open(start);
        }
        from[cells] = start;
        to[cells] = stop;
        quoted[cells] = false;
        doubled[cells] = false;
        cells++;
    }

    /** The open cell turns out to stand in quotes. */
    void quote() {
        from[cells]++;
        quoted[cells] = true;
    }

    /** The open cell holds a doubled quote. */
    void doubleQuote() {
        doubled[cells] = true;
    }

    /** Where the open cell begins. */
    int opened() {
        return from[cells];
    }

    void close(int offset) {
        to[cells] = offset;
        cells++;
    }

    void end(int offset) {
        length = offset;
    }

    int cells() {
        return cells;
    }

    /** A line with nothing on it. */
    boolean isBlank() {
        return cells == 1 && isNull(0);
    }

    /** The number of the line on which the row begins. */
    long line() {
        return line;
    }

    /** The row's length in bytes, with its line end. */
    int length() {
        return length;
    }

    /** Whether a quote inside of the cell is doubled, so that it is not written as it is meant. */
    boolean isDoubled(int cell) {
        return doubled[cell];
    }

    /** Whether the cell is written in quotes: then those inside of it are doubled. */
    boolean isQuoted(int cell) {
        return quoted[cell];
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

    /** The row's first line as written; as far as it has been read where it never ended. */
    String written() {
        int read = length > 0 ? length : buffer.limit() - buffer.start();
        return decoded(buffer.start(), read).lines().findFirst().orElse("");
    }

    private String decoded(int start, int count) {
        return new String(buffer.bytes(), start, count, StandardCharsets.UTF_8);
    }

    void requireUtf8() throws CsvRows.Broken {
        ByteBuffer row = ByteBuffer.wrap(buffer.bytes(), buffer.start(), length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(row, CharBuffer.allocate(length), true);
        if (result.isError()) {
            throw new CsvRows.Broken("this is not UTF-8 text", row.position() - buffer.start());
        }
    }
}

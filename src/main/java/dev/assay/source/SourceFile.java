package dev.assay.source;

import java.util.Arrays;

/**
 * A text file, read once. Two files are the same file when path and text are.
 *
 * <p>The path is what a message prints: relative to the folder in which the user stands, so that a click opens it.
 */
public final class SourceFile {

    private final String path;
    private final String text;
    private int[] lineStarts;

    public SourceFile(String path, String text) {
        this.path = path;
        this.text = text;
    }

    public String path() {
        return path;
    }

    public String text() {
        return text;
    }

    /** The number of the line that holds the offset, counted from one. */
    public int lineAt(int offset) {
        int found = Arrays.binarySearch(starts(), offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The offset at which a line begins; lines are counted from one. */
    public int lineStart(int line) {
        return starts()[line - 1];
    }

    public int lineCount() {
        return starts().length;
    }

    /** A line as the user sees it, without its end. */
    public String line(int line) {
        int start = lineStart(line);
        int end = line < lineCount() ? lineStart(line + 1) : text.length();
        return text.substring(start, end).stripTrailing();
    }

    /** The offset of a line and column, both counted from one; clamped into the file. */
    public int offset(int line, int column) {
        int wanted = Math.clamp(line, 1, lineCount());
        return Math.clamp((long) lineStart(wanted) + column - 1, 0, text.length());
    }

    public Span span(int start, int end) {
        return new Span(this, start, end);
    }

    public Span whole() {
        return span(0, text.length());
    }

    /** Where a message points when it speaks of the file as such: no line of it is to blame. */
    public Span top() {
        return span(0, 0);
    }

    // Computed on first use: most files are never pointed at. A race computes the same array twice.
    private int[] starts() {
        int[] known = lineStarts;
        if (known == null) {
            known = java.util.stream.IntStream.concat(
                            java.util.stream.IntStream.of(0),
                            java.util.stream.IntStream.range(0, text.length())
                                    .filter(i -> text.charAt(i) == '\n')
                                    .map(i -> i + 1))
                    .toArray();
            lineStarts = known;
        }
        return known;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceFile file && file.path.equals(path) && file.text.equals(text);
    }

    @Override
    public int hashCode() {
        return path.hashCode() * 31 + text.length();
    }

    @Override
    public String toString() {
        return path;
    }
}

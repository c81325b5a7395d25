package dev.assay.source;

/** A piece of text that a user wrote. Knows where it stands, so that every message can point at it. */
public record Span(SourceFile file, int start, int end) {

    public Span {
        if (start < 0 || end < start || end > file.text().length()) {
            throw new IllegalArgumentException("span " + start + ".." + end + " lies outside " + file.path());
        }
    }

    public String text() {
        return file.text().substring(start, end);
    }

    /** Counted from one, as editors do. */
    public int line() {
        return file.lineAt(start);
    }

    /** Counted from one, as editors do. */
    public int column() {
        return start - file.lineStart(line()) + 1;
    }

    /** The way people and editors write a place: {@code file:line:column}. */
    public String where() {
        return file.path() + ":" + line() + ":" + column();
    }

    @Override
    public String toString() {
        return where();
    }
}

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

    /** Whether this is no piece of the file but the file as such. */
    public boolean isWholeFile() {
        return start == 0 && end == 0;
    }

    /** The way people and editors write a place: {@code file:line:column}, or the file alone. */
    public String where() {
        return isWholeFile() ? file.path() : file.path() + ":" + line() + ":" + column();
    }

    @Override
    public String toString() {
        return where();
    }
}

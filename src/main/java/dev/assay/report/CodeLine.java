package dev.assay.report;

import dev.assay.source.SourceFile;
import dev.assay.source.Span;

/**
 * The line that a span begins on, as it is shown: what stands before the marked piece, the piece, and what follows. A line
 * that is too long becomes a window around the piece.
 */
record CodeLine(int number, String before, String marked, String after) {

    static CodeLine of(Span span, int widest) {
        SourceFile file = span.file();
        int lineStart = file.lineStart(span.line());
        int lineEnd = endOfLine(file.text(), lineStart);
        int start = Math.min(span.start(), lineEnd);
        int end = Math.clamp(span.end(), start, lineEnd);
        return new CodeLine(
                        span.line(),
                        Glyphs.visible(file.text().substring(lineStart, start)),
                        Glyphs.visible(file.text().substring(start, end)),
                        Glyphs.visible(file.text().substring(end, lineEnd)).stripTrailing())
                .within(widest);
    }

    String text() {
        return (before + marked + after).stripTrailing();
    }

    /** What stands under it: a place of no width gets one mark. */
    String underline(char mark) {
        return " ".repeat(Glyphs.width(before)) + String.valueOf(mark).repeat(Math.max(1, Glyphs.width(marked)));
    }

    private CodeLine within(int widest) {
        if (Glyphs.width(before + marked + after) <= widest) {
            return this;
        }
        boolean late = Glyphs.width(before) > widest / 2;
        String left = late ? "…" + Glyphs.cutStart(before, widest / 2 - 1) : before;
        String middle = cut(marked, widest - Glyphs.width(left));
        return new CodeLine(number, left, middle, cut(after, widest - Glyphs.width(left + middle)));
    }

    private static String cut(String text, int width) {
        return Glyphs.width(text) <= width ? text : Glyphs.cutEnd(text, Math.max(0, width - 1)) + "…";
    }

    private static int endOfLine(String text, int start) {
        int newline = text.indexOf('\n', start);
        int end = newline < 0 ? text.length() : newline;
        return end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }
}

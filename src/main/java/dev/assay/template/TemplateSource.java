package dev.assay.template;

import dev.assay.source.SourceFile;
import dev.assay.source.Span;

/** The text of one template, and the way from its offsets back to what the user wrote. */
final class TemplateSource {

    /** Where a piece of the template's text stands for its user. */
    private interface Placing {
        Span of(int start, int end);
    }

    private final String text;
    private final Placing placing;
    private final boolean exact;
    private int[] lineStarts;

    private TemplateSource(String text, Placing placing, boolean exact) {
        this.text = text;
        this.placing = placing;
        this.exact = exact;
    }

    static TemplateSource whole(SourceFile file) {
        return new TemplateSource(file.text(), file::span, true);
    }

    static TemplateSource piece(Span piece) {
        int shift = piece.start();
        return new TemplateSource(piece.text(), (start, end) -> piece.file().span(shift + start, shift + end), true);
    }

    /** Text that stands nowhere letter by letter, as a scalar whose escapes are resolved: all of it is one place. */
    static TemplateSource decoded(String text, Span place) {
        return new TemplateSource(text, (start, end) -> place, false);
    }

    String text() {
        return text;
    }

    /** Whether offsets can be followed letter by letter. */
    boolean isExact() {
        return exact;
    }

    Span span(int start, int end) {
        return placing.of(start, end);
    }

    /** The offset of a line and column as FreeMarker counts them: from one, and a lone carriage return ends a line. */
    int offset(int line, int column) {
        int[] starts = starts();
        int wanted = Math.clamp(line, 1, starts.length);
        return Math.clamp((long) starts[wanted - 1] + column - 1, 0, text.length());
    }

    private int[] starts() {
        if (lineStarts == null) {
            var starts = java.util.stream.IntStream.builder().add(0);
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean followed = i + 1 < text.length() && text.charAt(i + 1) == '\n';
                if (c == '\n' || (c == '\r' && !followed)) {
                    starts.add(i + 1);
                }
            }
            lineStarts = starts.build().toArray();
        }
        return lineStarts;
    }
}

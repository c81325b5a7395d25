package dev.assay.manifest;

import dev.assay.source.SourceFile;
import dev.assay.source.Span;

/**
 * SQL of the project file that runs before or after everything: {@code on-run-start}, {@code on-run-end}.
 *
 * @param code its text alone, on the lines and columns that it has in the project file
 * @param place all of it in the project file
 */
public record Hook(String name, Moment moment, int position, SourceFile code, Span place) {

    public enum Moment {
        RUN_START,
        RUN_END
    }

    /** Where a piece of the code stands in the project file; all of it where YAML has folded lines or resolved escapes. */
    public Span written(Span piece) {
        SourceFile file = place.file();
        int line = piece.line();
        String text = code.line(line).strip();
        if (text.isEmpty() || line > file.lineCount()) {
            return place;
        }
        int inCode = code.line(line).indexOf(text);
        String real = file.line(line);
        // A block of YAML is indented, and its text is not.
        int inFile = real.startsWith(text, inCode) ? inCode : real.indexOf(text);
        if (inFile < 0) {
            return place;
        }
        int moved = file.lineStart(line) + inFile - code.lineStart(line) - inCode;
        int end = Math.min(piece.end(), code.lineStart(line) + inCode + text.length());
        return file.span(piece.start() + moved, Math.max(piece.start(), end) + moved);
    }
}

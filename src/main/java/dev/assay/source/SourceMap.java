package dev.assay.source;

import java.util.List;
import java.util.Optional;

/**
 * For each piece of a rendered text, where it was written. Pieces are in order and do not overlap; what lies between
 * them nobody wrote.
 */
public record SourceMap(List<Piece> pieces) implements Origin {

    /**
     * One piece of rendered text.
     *
     * @param start where it begins in the rendered text
     * @param length how long it is in the rendered text
     * @param written what the user wrote for it
     * @param verbatim whether it was copied letter by letter, so that offsets inside it can be followed
     */
    public record Piece(int start, int length, Span written, boolean verbatim) {}

    public SourceMap {
        pieces = List.copyOf(pieces);
    }

    @Override
    public Optional<Span> at(int offset) {
        int low = 0;
        int high = pieces.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Piece piece = pieces.get(middle);
            if (offset < piece.start()) {
                high = middle - 1;
            } else if (offset >= piece.start() + piece.length()) {
                low = middle + 1;
            } else {
                return Optional.of(piece.verbatim() ? word(piece, offset) : piece.written());
            }
        }
        return Optional.empty();
    }

    /** From the offset to the end of the word that begins there: what carets should underline. */
    private static Span word(Piece piece, int offset) {
        SourceFile file = piece.written().file();
        int start = piece.written().start() + offset - piece.start();
        int end = start;
        while (end < file.text().length() && isWordPart(file.text().charAt(end))) {
            end++;
        }
        return new Span(
                file, start, Math.max(end, Math.min(start + 1, file.text().length())));
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}

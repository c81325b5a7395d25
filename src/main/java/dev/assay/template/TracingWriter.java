package dev.assay.template;

import dev.assay.source.SourceMap;
import dev.assay.source.SourceMap.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks at each write which piece of which template is writing. */
final class TracingWriter extends BoundedWriter {

    private final Supplier<Position> now;
    private final List<Piece> pieces = new ArrayList<>();

    /**
     * @param now where the tag, interpolation or text begins that writes
     */
    TracingWriter(int limit, Supplier<Position> now) {
        super(limit);
        this.now = now;
    }

    SourceMap map() {
        return new SourceMap(pieces);
    }

    @Override
    public void write(char[] letters, int from, int count) {
        write(new String(letters, from, count));
    }

    @Override
    public void write(String letters) {
        if (!letters.isEmpty()) {
            Position position = now.get();
            Piece piece = verbatim(letters, position).orElseGet(() -> computed(letters, position));
            if (pieces.isEmpty() || !grow(piece)) {
                pieces.add(piece);
            }
            super.write(letters);
        }
    }

    private Optional<Piece> verbatim(String letters, Position position) {
        TemplateSource written = position.written();
        String text = written.text();
        boolean noparse = text.startsWith("[#noparse", position.start());
        boolean isStatement = text.startsWith("${", position.start()) || text.startsWith("[", position.start());
        if (!written.isExact() || (isStatement && !noparse && !text.startsWith(letters, position.start()))) {
            return Optional.empty();
        }
        int start = text.indexOf(letters, position.start());
        int nearest = noparse ? Tags.endOfExpression(text, position.start() + 1, ']') : position.start();
        boolean near = start >= 0
                && (start <= nearest || text.substring(nearest, start).isBlank());
        return near
                ? Optional.of(piece(letters, new Position(written, start, start + letters.length()), true))
                : Optional.empty();
    }

    private Piece computed(String letters, Position position) {
        return piece(letters, Statements.at(position.written(), position.start()), false);
    }

    private Piece piece(String letters, Position written, boolean verbatim) {
        return new Piece(length(), letters.length(), written.span(), verbatim);
    }

    /** Makes one piece of two that are neighbours in both texts. */
    private boolean grow(Piece piece) {
        Piece last = pieces.getLast();
        boolean neighbours = last.verbatim()
                && piece.verbatim()
                && last.written().file().equals(piece.written().file())
                && last.written().end() == piece.written().start();
        if (neighbours) {
            var both = piece.written()
                    .file()
                    .span(last.written().start(), piece.written().end());
            pieces.set(pieces.size() - 1, new Piece(last.start(), last.length() + piece.length(), both, true));
        }
        return neighbours;
    }
}

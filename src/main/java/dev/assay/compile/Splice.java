package dev.assay.compile;

import dev.assay.source.Origin;
import dev.assay.source.Span;
import dev.assay.sql.SqlText;
import java.util.Optional;
import java.util.TreeMap;

/** Puts SQL together from pieces, each of which keeps its origin. */
final class Splice {

    private record Piece(Origin origin, int shift) {}

    private final StringBuilder text = new StringBuilder();
    private final TreeMap<Integer, Piece> pieces = new TreeMap<>();

    Splice add(SqlText sql) {
        return add(sql, 0, sql.text().length());
    }

    Splice add(SqlText sql, int start, int end) {
        pieces.put(text.length(), new Piece(sql.origin(), start - text.length()));
        text.append(sql.text(), start, end);
        return this;
    }

    /** Words of ours, which point nowhere. */
    Splice add(String words) {
        return add(SqlText.plain(words));
    }

    SqlText done() {
        return new SqlText(text.toString(), new Joined(new TreeMap<>(pieces)));
    }

    private record Joined(TreeMap<Integer, Piece> pieces) implements Origin {

        @Override
        public Optional<Span> at(int offset) {
            return Optional.ofNullable(pieces.floorEntry(offset))
                    .map(java.util.Map.Entry::getValue)
                    .flatMap(piece -> piece.origin().at(offset + piece.shift()));
        }
    }
}

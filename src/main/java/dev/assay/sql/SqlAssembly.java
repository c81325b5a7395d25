package dev.assay.sql;

import dev.assay.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a text together from pieces, each of which goes on knowing where it was written. */
public final class SqlAssembly {

    private final StringBuilder text = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();

    /** A piece of another text, from its own offset on. */
    private record Piece(int start, int end, int from, SqlText of) {}

    /** Words of ours. */
    public SqlAssembly add(String words) {
        text.append(words);
        return this;
    }

    public SqlAssembly add(SqlText sql) {
        return add(sql, 0, sql.text().length());
    }

    public SqlAssembly add(SqlText sql, int from, int to) {
        pieces.add(new Piece(text.length(), text.length() + to - from, from, sql));
        text.append(sql.text(), from, to);
        return this;
    }

    public SqlText done() {
        List<Piece> all = List.copyOf(pieces);
        return new SqlText(text.toString(), offset -> origin(all, offset));
    }

    private static Optional<Span> origin(List<Piece> pieces, int offset) {
        return pieces.stream()
                .filter(piece -> offset >= piece.start() && offset < piece.end())
                .findFirst()
                .flatMap(piece -> piece.of().origin().at(offset - piece.start() + piece.from()));
    }
}

package dev.assay.sql;

import dev.assay.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One statement, ready to be sent.
 *
 * @param purpose what it is for, in words that may end a sentence: "build the candidate"
 * @param body the user's SQL inside it, which a refusal should point into
 * @param values bound, never spliced
 * @param data what a warehouse reads that cannot open the file which the statement loads
 * @param rows how many it must load; another number means that the warehouse has read the file in another way
 */
public record Statement(
        String purpose,
        String text,
        Optional<SqlText> body,
        List<Object> values,
        Optional<FileData> data,
        OptionalLong rows) {

    public static Statement of(String purpose, String text) {
        return new Statement(purpose, text, Optional.empty(), List.of(), Optional.empty(), OptionalLong.empty());
    }

    public Statement around(SqlText body) {
        return new Statement(purpose, text, Optional.of(body), values, data, rows);
    }

    public Statement with(List<Object> values) {
        return new Statement(purpose, text, body, java.util.Collections.unmodifiableList(values), data, rows);
    }

    public Statement loading(FileData file) {
        return new Statement(purpose, text, body, values, Optional.of(file), rows);
    }

    public Statement loadingRows(long count) {
        return new Statement(purpose, text, body, values, data, OptionalLong.of(count));
    }

    /** Asked for by a setting, not by the user's SQL: a refusal points at the setting. */
    public Statement askedFor(Span setting) {
        return around(new SqlText("", offset -> Optional.of(setting)));
    }

    /** The setting that asks for it. */
    public Optional<Span> setting() {
        return body.filter(asked -> asked.text().isEmpty())
                .flatMap(asked -> asked.origin().at(0));
    }

    /** An offset into the whole statement, as an offset into the user's SQL, if it lies in there. */
    public OptionalInt inBody(int offset) {
        if (body.isEmpty()) {
            return OptionalInt.empty();
        }
        int start = text.indexOf(body.get().text());
        boolean inside = start >= 0
                && offset >= start
                && offset <= start + body.get().text().length();
        return inside ? OptionalInt.of(offset - start) : OptionalInt.empty();
    }
}

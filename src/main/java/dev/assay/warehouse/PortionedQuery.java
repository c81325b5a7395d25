package dev.assay.warehouse;

import dev.assay.sql.Statement;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Asks one question about many things, some at a time. The catalog of Snowflake refuses an answer that is too large: such a
 * question is asked again in halves.
 *
 * @param statement asks about some of the things
 */
public record PortionedQuery<T>(Session session, Function<List<T>, Statement> statement) {

    private static final String TOO_LARGE = "returned too much data";

    /** @param most about how many things a statement asks at most */
    public List<List<Object>> rows(List<T> things, int most) {
        return Portions.of(things, most).stream().flatMap(this::halved).toList();
    }

    /** About all of them in one statement. */
    public List<List<Object>> rows(List<T> things) {
        return things.isEmpty() ? List.of() : rows(things, things.size());
    }

    private Stream<List<Object>> halved(List<T> some) {
        try {
            return session.query(statement.apply(some)).rows().stream();
        } catch (WarehouseError refusal) {
            if (!refusal.words().contains(TOO_LARGE)) {
                throw refusal;
            }
            if (some.size() == 1) {
                throw refusal.helped(List.of("build in a schema with fewer relations"));
            }
            int half = some.size() / 2;
            return Stream.concat(halved(some.subList(0, half)), halved(some.subList(half, some.size())));
        }
    }
}

package dev.assay.warehouse.snowflake.server;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tables as they were. What a table holds when a moment is asked for first is kept as what it held at that moment; moments
 * before this server began are refused as the service refuses those before a table's.
 */
final class Versions {

    private static final Pattern AT =
            Pattern.compile("(" + Engine.RELATION + ") AT \\(TIMESTAMP => '([^']*)'::TIMESTAMP_TZ\\)", Pattern.DOTALL);

    private final Instant began = Instant.now();
    private final Map<List<String>, String> kept = new ConcurrentHashMap<>();

    /** The same statement, over what is kept. */
    String over(String folded, ServerSession session) throws SQLException {
        Matcher asked = AT.matcher(folded);
        var text = new StringBuilder();
        while (asked.find()) {
            asked.appendReplacement(text, Matcher.quoteReplacement(kept(asked.group(1), asked.group(2), session)));
        }
        return asked.appendTail(text).toString();
    }

    private synchronized String kept(String relation, String moment, ServerSession session) throws SQLException {
        String id = session.id(Engine.parts(relation));
        if (OffsetDateTime.parse(moment).toInstant().isBefore(began)) {
            throw new Refusal(
                    "000707",
                    "02000",
                    "Time travel data is not available for table " + id + ". The requested time is either beyond the"
                            + " allowed time travel period or before the object creation time.");
        }
        List<String> key = List.of(id, moment);
        if (!kept.containsKey(key)) {
            String name = "memory.main.kept_" + kept.size();
            session.run("create table " + name + " as select * from " + relation);
            kept.put(key, name);
        }
        return kept.get(key);
    }
}

package dev.assay.warehouse.snowflake;

import dev.assay.warehouse.snowflake.server.Received;
import dev.assay.warehouse.snowflake.server.SnowflakeServer;
import java.util.List;
import java.util.regex.Pattern;

/** The statements that the stand-in received, in their order. */
final class SentStatements {

    private SentStatements() {}

    /** @param before how many the server had received at the beginning */
    static List<String> since(SnowflakeServer server, int before) {
        return server.receivedSince(before).stream().map(Received::sql).toList();
    }

    /** The position of the first statement with this pattern; there has to be one. */
    static int first(List<String> sent, String pattern) {
        Pattern wanted = Pattern.compile(pattern, Pattern.DOTALL);
        for (int i = 0; i < sent.size(); i++) {
            if (wanted.matcher(sent.get(i)).find()) {
                return i;
            }
        }
        throw new AssertionError(pattern + " is not in " + sent);
    }
}

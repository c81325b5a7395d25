package dev.assay.warehouse.snowflake.server;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A merge in which two rows of the source want to change one row of the target is refused, as the service does by default. */
final class DoubledRows {

    private static final Pattern MERGE = Pattern.compile(
            "MERGE INTO (?<target>" + Engine.RELATION + ")(?: AS (?<name>\\w+))?\\s+USING (?<source>.*?)\\s+AS"
                    + " (?<other>\\w+)\\s+ON (?<on>.*?)\\s+WHEN .*",
            Pattern.DOTALL);

    private DoubledRows() {}

    /** A query that gives a row where there are such; the values that are bound to the merge fit it too. */
    static String question(String merge) {
        Matcher parts = MERGE.matcher(merge);
        if (!parts.matches()) {
            throw Refusal.unsupported("the test server has no rule for: " + merge);
        }
        String name = parts.group("name") == null ? "TARGET" : parts.group("name");
        return "SELECT 1 FROM " + parts.group("target") + " AS " + name + " JOIN " + parts.group("source") + " AS "
                + parts.group("other") + " ON " + parts.group("on") + " GROUP BY " + name
                + ".rowid HAVING count(*) > 1 LIMIT 1";
    }

    static Refusal refusal() {
        return new Refusal("100090", "42P18", "Duplicate row detected during DML action");
    }
}

package dev.assay.warehouse.snowflake;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.warehouse.NodeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What Snowflake's own settings make of a relation.
 *
 * @param isTransient without fail-safe; a table's only
 * @param secure a view's only: its words are hidden from readers
 * @param keepGrants whether a replaced view keeps its grants
 * @param clusterBy columns and expressions; a table's only
 */
record TableOptions(boolean isTransient, boolean secure, boolean keepGrants, List<String> clusterBy) {

    /** How a relation is made of which nobody said anything. */
    static final TableOptions USUAL = new TableOptions(true, false, true, List.of());

    private static final int LONGEST_TAG = 1000;

    static TableOptions of(NodeSettings nodeSettings) {
        return new TableOptions(
                nodeSettings.flag("transient").orElse(USUAL.isTransient),
                nodeSettings.flag("secure").orElse(USUAL.secure),
                nodeSettings.flag("copy_grants").orElse(USUAL.keepGrants),
                nodeSettings.texts("cluster_by"));
    }

    /** As the statements that make relations take it. */
    Map<String, Object> values() {
        return Map.of(
                "transient", isTransient,
                "secure", secure,
                "keep_grants", keepGrants,
                "cluster_by", clusterBy);
    }

    /** @param database the output's, in which all relations lie */
    static List<Diagnostic> unmet(NodeSettings nodeSettings, String database) {
        var found = new ArrayList<Diagnostic>();
        nodeSettings
                .text("database")
                .filter(wanted -> !SnowflakeDialect.folded(wanted).equals(SnowflakeDialect.folded(database)))
                .map(wanted -> elsewhere(nodeSettings, wanted))
                .ifPresent(found::add);
        nodeSettings.texts("cluster_by").stream()
                .filter(key -> !isExpression(key))
                .map(key ->
                        wrong(nodeSettings, "cluster_by", "`" + key + "` is no column and no expression to cluster by"))
                .forEach(found::add);
        nodeSettings
                .text("query_tag")
                .filter(tag -> tag.length() > LONGEST_TAG)
                .map(tag -> wrong(nodeSettings, "query_tag", "a query tag has at most " + LONGEST_TAG + " characters"))
                .ifPresent(found::add);
        return found;
    }

    /** It goes into the statement as it is: what would end the clause, or the statement, is none. */
    private static boolean isExpression(String key) {
        int depth = 0;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0 || c == ';' || c == '\n') {
                return false;
            }
        }
        return depth == 0 && !key.isBlank() && !key.contains("--") && !key.contains("/*");
    }

    private static Diagnostic elsewhere(NodeSettings nodeSettings, String wanted) {
        return nodeSettings
                .placeOf("database")
                .map(place -> Diagnostic.error(
                        Code.NOT_SUPPORTED,
                        place,
                        "this version of assay builds nothing in another database on Snowflake"))
                .orElseThrow()
                .note("`" + wanted + "` is not the output's database")
                .help("a target of its own may build there; sources may lie anywhere");
    }

    private static Diagnostic wrong(NodeSettings nodeSettings, String key, String headline) {
        return nodeSettings
                .placeOf(key)
                .map(place -> Diagnostic.error(Code.WRONG_VALUE, place, headline))
                .orElseThrow();
    }
}

package dev.assay.warehouse;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The name of a grantee as a catalog tells it, in parts without quotes. */
public final class GranteeName {

    private static final Pattern PART = Pattern.compile("\"(?:[^\"]|\"\")*\"|[^.\"]+");

    private GranteeName() {}

    /**
     * Roles of a database, or of an application, are named with it in front. A dot in the name of another role belongs to it.
     *
     * @param kind role, database role, share and others
     */
    public static List<String> parts(String kind, String name) {
        return kind.contains(" ")
                ? PART.matcher(name)
                        .results()
                        .map(MatchResult::group)
                        .map(GranteeName::plain)
                        .toList()
                : List.of(name);
    }

    private static String plain(String part) {
        return part.startsWith("\"") ? part.substring(1, part.length() - 1).replace("\"\"", "\"") : part;
    }
}

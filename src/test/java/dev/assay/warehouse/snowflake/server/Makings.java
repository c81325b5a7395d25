package dev.assay.warehouse.snowflake.server;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement that makes a table or view: what the engine behind us understands of it, and what it does not.
 *
 * @param plain for the engine; whatever was left out became blanks, so that places stay right
 */
record Makings(
        String plain,
        String relation,
        Optional<String> like,
        boolean isTable,
        boolean isTransient,
        boolean secure,
        String clusteredBy,
        boolean copyGrants) {

    private static final Pattern HEAD = Pattern.compile(
            "CREATE (?:OR REPLACE )?(?<temporary>TRANSIENT )?(?<secure>SECURE )?"
                    + "(?<kind>TABLE|VIEW) (?:IF NOT EXISTS )?(?<relation>" + Engine.RELATION + ")(?<rest>.*)",
            Pattern.DOTALL);
    private static final Pattern BODY = Pattern.compile("\\sAS\\s");
    private static final Pattern CLUSTER = Pattern.compile(" CLUSTER BY \\(((?:[^()]|\\([^()]*\\))*)\\)");
    private static final Pattern GRANTS = Pattern.compile(" COPY GRANTS\\b");
    private static final Pattern LIKE = Pattern.compile(" LIKE (" + Engine.RELATION + ")\\s*");

    static Makings read(String folded) {
        Matcher head = HEAD.matcher(folded);
        if (!head.matches()) {
            throw Refusal.unsupported("the test server has no rule for: " + folded);
        }
        Matcher body = BODY.matcher(folded);
        int end = body.find(head.start("rest")) ? body.start() : folded.length();
        var words = new StringBuilder(folded.substring(0, end));
        boolean passing = blank(words, head.start("temporary"), head.end("temporary"));
        boolean secure = blank(words, head.start("secure"), head.end("secure"));
        Optional<String> cluster = take(words, CLUSTER);
        boolean copies = take(words, GRANTS).isPresent();
        Optional<String> like = take(words, LIKE);
        return new Makings(
                words
                        + like.map(other -> " AS SELECT * FROM " + other + " LIMIT 0")
                                .orElse("")
                        + folded.substring(end),
                head.group("relation"),
                like,
                head.group("kind").equals("TABLE"),
                passing,
                secure,
                cluster.orElse(""),
                copies);
    }

    private static Optional<String> take(StringBuilder words, Pattern clause) {
        Matcher found = clause.matcher(words.toString());
        if (!found.find()) {
            return Optional.empty();
        }
        blank(words, found.start(), found.end());
        return Optional.of(found.groupCount() == 0 ? "" : found.group(1));
    }

    private static boolean blank(StringBuilder words, int start, int end) {
        if (start < 0) {
            return false;
        }
        words.replace(start, end, " ".repeat(end - start));
        return true;
    }
}

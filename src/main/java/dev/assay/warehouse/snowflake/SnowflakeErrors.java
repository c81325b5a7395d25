package dev.assay.warehouse.snowflake;

import dev.assay.diagnostic.Code;
import dev.assay.sql.Statement;
import dev.assay.warehouse.ErrorReader;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.WarehouseError.Kind;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What Snowflake's refusals mean: by number first, by SQLState where the number says nothing. */
record SnowflakeErrors() implements ErrorReader {

    /** By the server, and by the driver where the server had not begun yet. */
    private static final Set<Integer> CANCELLED = Set.of(604, 200005);

    /** A lock that another session holds, or too many statements that wait for it. */
    private static final Set<Integer> PASSING = Set.of(625, 607);

    /**
     * An answer did not arrive, or not whole: the statement may have been carried out, and the session is still there. Most
     * are numbers of the driver: internal and network errors, files to and from a cloud's storage.
     */
    private static final Set<Integer> LOST_ANSWERS = Set.of(
            200001, 200013, 200015, 200016, 200020, 200022, 200044, 200061, 253000, 253002, 253003, 254000, 290000);

    /** The session has ended, or its token cannot be renewed any more; the driver's own number for a closed connection. */
    private static final Set<Integer> LOST_SESSIONS = Set.of(390104, 390111, 390112, 390113, 390114, 390115, 200052);

    /** The driver's word for a mistake of its own: it asks for the number of a request that has just been answered. */
    private static final int DRIVERS_MISTAKE = 200001;

    private static final String IO_ERROR = "58030";
    private static final String CONNECTION = "08";

    private static final Pattern PLACE = Pattern.compile("(?:error )?line (?<line>\\d+) at position (?<position>\\d+)");
    /** One of several that were sent together; what follows is its own refusal. Its own number is not told. */
    private static final Pattern AMONG = Pattern.compile(
            "^.*?Execution of multiple statements failed on statement \".*?\" \\(at line (?<line>\\d+), position"
                    + " (?<position>\\d+)\\)\\.\\s*(?<words>.*?)(?: in SYSTEM\\$MULTISTMT at .*)?$",
            Pattern.DOTALL);

    private static final Pattern LOCKED = Pattern.compile("has locked table|number of waiters for this lock");
    private static final Pattern HEADING = Pattern.compile("^SQL compilation error:\\s*");

    @Override
    public WarehouseError read(SQLException thrown, Optional<Statement> statement) {
        String words = String.valueOf(thrown.getMessage());
        Matcher among = AMONG.matcher(words);
        if (statement.isPresent() && among.matches()) {
            return new WarehouseError(
                    LOCKED.matcher(words).find() ? Kind.TRANSIENT : kind(thrown),
                    statement,
                    offset(among, statement.get().text()),
                    told(among.group("words"), thrown),
                    thrown);
        }
        var refusal = new WarehouseError(
                kind(thrown),
                statement,
                statement.map(sent -> offset(words, sent.text())).orElse(OptionalInt.empty()),
                told(words, thrown),
                thrown);
        return isLoss(thrown) ? refusal.coded(Code.NO_CONNECTION) : refusal;
    }

    @Override
    public boolean saysNothingRuns(SQLException refusedCancel) {
        return refusedCancel.getErrorCode() == DRIVERS_MISTAKE;
    }

    private static Kind kind(SQLException thrown) {
        if (CANCELLED.contains(thrown.getErrorCode())) {
            return Kind.CANCELLED;
        }
        return PASSING.contains(thrown.getErrorCode()) || isLoss(thrown) ? Kind.TRANSIENT : Kind.REFUSED;
    }

    private static boolean isLoss(SQLException thrown) {
        return isOfSession(thrown)
                || LOST_ANSWERS.contains(thrown.getErrorCode())
                || IO_ERROR.equals(thrown.getSQLState());
    }

    private static boolean isOfSession(SQLException thrown) {
        return LOST_SESSIONS.contains(thrown.getErrorCode())
                || String.valueOf(thrown.getSQLState()).startsWith(CONNECTION);
    }

    /** Whether nothing can be said to this session any more, so that it takes another one. */
    static boolean endsSession(WarehouseError refusal) {
        return refusal.getCause() instanceof SQLException thrown && isOfSession(thrown);
    }

    /** In characters of the statement: lines count from one there, positions from none. */
    static OptionalInt offset(String words, String statement) {
        Matcher place = PLACE.matcher(words);
        return place.find() ? offset(place, statement) : OptionalInt.empty();
    }

    private static OptionalInt offset(Matcher place, String statement) {
        int start = 0;
        for (long line = Long.parseLong(place.group("line")); line > 1; line--) {
            int end = statement.indexOf('\n', start);
            if (end < 0) {
                return OptionalInt.empty();
            }
            start = end + 1;
        }
        long offset = start + Long.parseLong(place.group("position"));
        return offset <= statement.length() ? OptionalInt.of((int) offset) : OptionalInt.empty();
    }

    /** Without the heading that all have, and with the number under which Snowflake's history has the statement. */
    private static String told(String words, SQLException thrown) {
        String plain = HEADING.matcher(words)
                .replaceFirst("")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return queryId(thrown).map(id -> plain + "\nquery id " + id).orElse(plain);
    }

    // The driver's own class of refusals cannot be named here: it is loaded apart from us.
    private static Optional<String> queryId(SQLException thrown) {
        try {
            Object id = thrown.getClass().getMethod("getQueryId").invoke(thrown);
            return Optional.ofNullable(id).map(Object::toString).filter(text -> !text.isBlank());
        } catch (ReflectiveOperationException another) {
            return Optional.empty();
        }
    }
}

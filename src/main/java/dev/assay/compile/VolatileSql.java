package dev.assay.compile;

import dev.assay.warehouse.SqlTokens.LexicalRules;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what makes a query give other rows although its tables stay the same: the clock, chance, the reader's session, and what
 * the server says of itself. One list serves all warehouses. Reads tokens, so strings and comments do not count.
 */
final class VolatileSql {

    /** Words that are calls without brackets. */
    private static final Set<String> WORDS = Set.of(
            "current_date",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp",
            "current_user",
            "session_user",
            "system_user",
            "current_role",
            "current_catalog",
            "current_schema",
            "tablesample");

    /** Names that count only as calls: they are names of columns and types, too. */
    private static final Set<String> CALLS = Set.of(
            "now",
            "today",
            "getdate",
            "sysdate",
            "systimestamp",
            "clock_timestamp",
            "statement_timestamp",
            "transaction_timestamp",
            "timeofday",
            "get_current_time",
            "get_current_timestamp",
            "random",
            "random_normal",
            "rand",
            "randstr",
            "seq1",
            "seq2",
            "seq4",
            "seq8",
            "gen_random_bytes",
            "array_shuffle",
            "array_sample",
            "uuid",
            "uuidv4",
            "uuidv7",
            "uuid_string",
            "uuid_generate_v1",
            "uuid_generate_v1mc",
            "uuid_generate_v4",
            "gen_random_uuid",
            "nextval",
            "currval",
            "lastval",
            "invoker_role",
            "invoker_share",
            "is_role_in_session",
            "is_database_role_in_session",
            "is_application_role_in_session",
            "is_instance_role_in_session",
            "is_granted_to_invoker_role",
            "row_security_active",
            "last_query_id",
            "getvariable",
            "getenv",
            "glob",
            "sniff_csv",
            "get_ddl",
            "dblink",
            "inet_client_addr",
            "inet_client_port",
            "inet_server_addr",
            "inet_server_port");

    /** How the names of calls begin that ask the session, the server or the file system. */
    private static final List<String> BEGINNINGS =
            List.of("current_", "pg_", "duckdb_", "pragma_", "txid_", "read_", "parquet_");

    /** What begins like those, and gives the same for the same arguments. */
    private static final Set<String> STEADY = Set.of(
            "pg_typeof", "pg_size_pretty", "pg_size_bytes", "pg_column_size", "pg_collation_for", "pg_input_is_valid");

    /** What a cast reads as the day or the moment of the cast. */
    private static final Set<String> MOMENTS = Set.of("now", "today", "yesterday", "tomorrow");

    private static final Set<String> CASTS = Set.of("cast", "try_cast", "safe_cast");

    private static final Set<String> GIVES_TEXT = Set.of("then", "else");

    private static final Set<String> SAMPLES = Set.of("row", "block", "bernoulli", "system", "reservoir");

    /** Longer literals are no moments. */
    private static final int LONGEST = 16;

    private final TokenReader tokens;

    private VolatileSql(TokenReader tokens) {
        this.tokens = tokens;
    }

    /** The first such word. */
    static Optional<String> in(TokenReader tokens) {
        var sql = new VolatileSql(tokens);
        for (int at = 0; at < tokens.size(); at++) {
            if (sql.isVolatile(at)) {
                return Optional.of(sql.word(at).toLowerCase(Locale.ROOT));
            }
        }
        return Optional.empty();
    }

    private String word(int at) {
        return tokens.token(at).isSign('$') ? tokens.written(at) + tokens.written(at + 1) : tokens.written(at);
    }

    private boolean isVolatile(int at) {
        return switch (tokens.token(at).kind()) {
            case WORD -> isWord(tokens.word(at), at);
            case LITERAL -> isMoment(at);
            case SIGN -> isVariable(at);
            case QUOTED, HOLE -> false;
        };
    }

    private boolean isWord(String word, int at) {
        boolean isCall = tokens.token(at + 1).isSign('(');
        if (isCall && (CALLS.contains(word) || isOfFamily(word) || isAgeOfNow(word, at))) {
            return true;
        }
        boolean isName = tokens.token(at - 1).isSign('.') || tokens.word(at - 1).equals("as");
        return switch (word) {
            case "sample" -> tokens.word(at - 1).equals("using") || (!isName && isSample(at + 1));
            case "user" -> !isName && isUser(at);
            case "information_schema" -> tokens.token(at + 1).isSign('.');
            case "system" ->
                tokens.token(at + 1).isSign('$')
                        && tokens.token(at).end() == tokens.token(at + 1).start();
            default -> WORDS.contains(word) && (isCall || !isName);
        };
    }

    private static boolean isOfFamily(String word) {
        int underscore = word.indexOf('_');
        return underscore > 0
                && (word.endsWith("_scan")
                        || (word.startsWith("has_") && word.endsWith("_privilege"))
                        || (BEGINNINGS.stream().anyMatch(word::startsWith) && !STEADY.contains(word)));
    }

    /** {@code age(x)} is the age today; {@code age(x, y)} asks no clock. */
    private boolean isAgeOfNow(String word, int at) {
        if (!word.equals("age")) {
            return false;
        }
        int depth = 0;
        for (int next = at + 1; next < tokens.size(); next++) {
            Token token = tokens.token(next);
            if (token.isSign('(') || token.isSign('[')) {
                depth++;
            } else if (token.isSign(')') || token.isSign(']')) {
                depth--;
            }
            if (depth == 0) {
                return true;
            }
            if (depth == 1 && token.isSign(',')) {
                return false;
            }
        }
        return true;
    }

    /** {@code from t sample (10)}, {@code from t sample system (10)}. */
    private boolean isSample(int at) {
        return tokens.token(at).isSign('(')
                || (SAMPLES.contains(tokens.word(at)) && tokens.token(at + 1).isSign('('));
    }

    /** A reserved word except on Snowflake, where it is the name of a column. */
    private boolean isUser(int at) {
        return tokens.rules() == LexicalRules.STANDARD && !tokens.token(at + 1).isSign('.');
    }

    /** {@code 'today'::date}; a comparison casts, too. A label is only a text. */
    private boolean isMoment(int at) {
        Token token = tokens.token(at);
        if (token.end() - token.start() > LONGEST
                || !MOMENTS.contains(tokens.literal(at).strip().toLowerCase(Locale.ROOT))) {
            return false;
        }
        boolean isCast = tokens.token(at + 1).isSign(':') || CASTS.contains(tokens.word(at - 2));
        boolean isLabel = tokens.word(at + 1).equals("as") || GIVES_TEXT.contains(tokens.word(at - 1));
        return isCast || !isLabel;
    }

    /** {@code $name} of a session; {@code $1} is a column of a file. */
    private boolean isVariable(int at) {
        Token next = tokens.token(at + 1);
        return tokens.rules() == LexicalRules.WITH_ESCAPES
                && tokens.token(at).isSign('$')
                && next.kind() == Token.Kind.WORD
                && next.start() == tokens.token(at).end()
                && !Character.isDigit(next.text().charAt(0))
                && !tokens.word(at - 1).equals("system");
    }
}

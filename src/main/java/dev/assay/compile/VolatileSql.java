package dev.assay.compile;

import dev.assay.manifest.Node;
import dev.assay.sql.Draft;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds what makes a query give other rows although its tables stay the same: the clock, chance, and the reader's session. One
 * list serves all warehouses. Reads tokens, so strings and comments do not count.
 */
public final class VolatileSql {

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
            "current_localtime",
            "current_localtimestamp",
            "random",
            "rand",
            "randstr",
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
            "current_setting",
            "current_schema",
            "current_schemas",
            "current_database",
            "current_query",
            "current_account",
            "current_available_roles",
            "current_client",
            "current_ip_address",
            "current_region",
            "current_secondary_roles",
            "current_session",
            "current_warehouse",
            "current_transaction",
            "current_statement",
            "invoker_role",
            "invoker_share",
            "is_role_in_session",
            "last_query_id",
            "getvariable",
            "getenv",
            "inet_client_addr",
            "pg_backend_pid",
            "pg_has_role",
            "txid_current",
            "pg_current_xact_id");

    private static final Pattern WORD = Pattern.compile("\\w+");

    private VolatileSql() {}

    /** The first such word in the text that a template gave while the project was read. */
    public static Optional<String> in(Node node) {
        return node.draft().flatMap(VolatileSql::in);
    }

    static Optional<String> in(Draft draft) {
        // Most views have none of these words, so no tokens are made of them.
        if (WORD.matcher(draft.sql().text()).results().noneMatch(VolatileSql::isListed)) {
            return Optional.empty();
        }
        TokenReader tokens = TokenReader.of(draft);
        for (int at = 0; at < tokens.size(); at++) {
            if (isVolatile(tokens, at)) {
                return Optional.of(tokens.word(at));
            }
        }
        return Optional.empty();
    }

    private static boolean isListed(MatchResult found) {
        String word = found.group().toLowerCase(Locale.ROOT);
        return CALLS.contains(word) || WORDS.contains(word) || word.equals("sample");
    }

    private static boolean isVolatile(TokenReader tokens, int at) {
        String word = tokens.word(at);
        boolean isCall = tokens.token(at + 1).isSign('(');
        if (CALLS.contains(word)) {
            return isCall;
        }
        boolean isName = tokens.token(at - 1).isSign('.') || tokens.word(at - 1).equals("as");
        return (WORDS.contains(word) && (isCall || !isName))
                || (word.equals("sample") && tokens.word(at - 1).equals("using"));
    }
}

package dev.assay.compile;

import dev.assay.manifest.Node;
import dev.assay.sql.Draft;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

    private static final List<BitSet> LENGTHS = lengths();

    private VolatileSql() {}

    /** The first such word in the text that a template gave while the project was read. */
    public static Optional<String> in(Node node) {
        return node.draft().flatMap(VolatileSql::in);
    }

    static Optional<String> in(Draft draft) {
        if (!mayContain(draft.sql().text())) {
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

    /** Most views have none of these words: their text is looked through once, and no token is made. */
    private static boolean mayContain(String text) {
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || !isPartOfWord(text.charAt(at))) {
                if (at > start
                        && mayBeListed(text.charAt(start), at - start)
                        && isListed(text.substring(start, at).toLowerCase(Locale.ROOT))) {
                    return true;
                }
                start = at + 1;
            }
        }
        return false;
    }

    /** The first letter and the length rule most words out. */
    private static boolean mayBeListed(char first, int length) {
        int letter = Character.toLowerCase(first) - 'a';
        return letter >= 0 && letter < 26 && LENGTHS.get(letter).get(length);
    }

    private static boolean isListed(String word) {
        return CALLS.contains(word) || WORDS.contains(word) || word.equals("sample");
    }

    private static boolean isPartOfWord(char character) {
        return character == '_'
                || (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || (character > 127 && Character.isLetterOrDigit(character));
    }

    /** By first letter, the lengths of the words that begin with it. */
    private static List<BitSet> lengths() {
        var lengths = Stream.generate(BitSet::new).limit(26).toList();
        Stream.of(WORDS, CALLS, Set.of("sample"))
                .flatMap(Set::stream)
                .forEach(word -> lengths.get(word.charAt(0) - 'a').set(word.length()));
        return lengths;
    }
}

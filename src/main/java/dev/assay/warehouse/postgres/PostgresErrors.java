package dev.assay.warehouse.postgres;

import dev.assay.diagnostic.Code;
import dev.assay.sql.Statement;
import dev.assay.warehouse.ErrorReader;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.WarehouseError.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What Postgres's refusals mean, by their SQLState. */
final class PostgresErrors implements ErrorReader {

    private static final String BROKEN_KEY = "23503";
    private static final String CANCELLED = "57014";
    // Servers from 17 on. It ends the connection, too.
    private static final String TRANSACTION_TIMEOUT = "25P04";
    private static final String TIMEOUT = "statement timeout";
    private static final String BY_USER = "user request";
    private static final String TIMEOUT_HELP =
            "`statement_timeout` of the output says how many milliseconds a statement may take (0: any); where"
                    + " it is not given, the limit of the role or of the database holds";
    private static final String DISK_FULL = "53100";
    private static final String COLUMN_REFERENCE = "42P10";
    // The server's text may be in another language; the name of its function is not.
    private static final String REPLICA_IDENTITY = "CheckCmdReplicaIdentity";
    // Another transaction has changed the same row of the catalog, such as the rights of the relation.
    private static final Set<String> CATALOG_ROW_CHANGED = Set.of("simple_heap_update", "simple_heap_delete");
    private static final Pattern DELETED_FROM =
            Pattern.compile("^delete from (?:only )?((?:\"(?:[^\"]|\"\")*\"|[^\" ])+)");
    private static final Pattern IN_FUNCTION = Pattern.compile("^PL/pgSQL function (.+?) line");

    @Override
    public WarehouseError read(SQLException thrown, Optional<Statement> statement) {
        Optional<ServerErrorMessage> said = said(thrown);
        var refusal = new WarehouseError(
                        kind(thrown), statement, offset(said, statement), words(thrown, said, statement), thrown)
                .helped(help(said, statement).stream().toList());
        return code(thrown).map(refusal::coded).orElse(refusal);
    }

    private static Optional<Code> code(SQLException thrown) {
        String state = String.valueOf(thrown.getSQLState());
        if (isLoss(state)) {
            return Optional.of(Code.NO_CONNECTION);
        }
        return state.equals(CANCELLED) && isTimeout(thrown) ? Optional.of(Code.STATEMENT_TIMEOUT) : Optional.empty();
    }

    /** Of what others have put on a table that assay writes. */
    private static Optional<String> help(Optional<ServerErrorMessage> said, Optional<Statement> statement) {
        if (said.isEmpty()) {
            return Optional.empty();
        }
        boolean keyRefuses = String.valueOf(said.get().getSQLState()).equals(BROKEN_KEY)
                && String.valueOf(said.get().getMessage()).startsWith("update or delete");
        if (keyRefuses) {
            String table = String.valueOf(said.get().getSchema()) + "."
                    + String.valueOf(said.get().getTable());
            String key = String.valueOf(said.get().getConstraint());
            return Optional.of("rows of `" + table + "` need those that go, by its key `" + key
                    + "`: let them go first, or make the key `deferrable initially deferred`, so that a row may change"
                    + " under it");
        }
        boolean isTooSlow = String.valueOf(said.get().getSQLState()).equals(CANCELLED)
                && String.valueOf(said.get().getMessage()).contains(TIMEOUT);
        if (isTooSlow) {
            return Optional.of(TIMEOUT_HELP);
        }
        if (String.valueOf(said.get().getSQLState()).equals(TRANSACTION_TIMEOUT)) {
            return Optional.of("the role or the database has a `transaction_timeout`, and builds and publications are"
                    + " transactions: `alter role … set transaction_timeout = 0` lets them take their time");
        }
        if (REPLICA_IDENTITY.equals(said.get().getRoutine())) {
            return Optional.of(replicaIdentity(said.get(), statement));
        }
        boolean ours = statement.flatMap(Statement::body).isEmpty();
        Matcher function = IN_FUNCTION.matcher(String.valueOf(said.get().getWhere()));
        return ours && function.find()
                ? Optional.of("a trigger that calls `" + function.group(1)
                        + "` refuses what assay writes: let it pass the rows of its `application_name`, or disable it")
                : Optional.empty();
    }

    private static String replicaIdentity(ServerErrorMessage said, Optional<Statement> statement) {
        Matcher deleted = DELETED_FROM.matcher(statement.map(Statement::text).orElse(""));
        String table = deleted.find() ? deleted.group(1) : "…";
        String full = "`alter table " + table + " replica identity full`";
        return COLUMN_REFERENCE.equals(said.getSQLState())
                ? "a publication of logical replication has a row filter or a column list that does not fit the"
                        + " replica identity. Where it is a row filter: " + full
                        + ". Where it is a column list, give it all columns of the replica"
                        + " identity: `alter publication … set table " + table + " (…)`"
                : "a table in a publication of logical replication stays itself, and its changed rows are deleted and"
                        + " inserted again. Let the server say which rows went: " + full
                        + ", or give the model a `primary_key` in its `constraints`";
    }

    private static Optional<ServerErrorMessage> said(SQLException thrown) {
        return thrown instanceof PSQLException refusal
                ? Optional.ofNullable(refusal.getServerErrorMessage())
                : Optional.empty();
    }

    private static Kind kind(SQLException thrown) {
        String state = String.valueOf(thrown.getSQLState());
        return switch (state) {
            // serialization failure, deadlock, a lock not had in time, too many connections
            case "40001", "40P01", "55P03", "53300" -> Kind.TRANSIENT;
            case DISK_FULL -> Kind.UNWRITABLE;
            case CANCELLED -> isTimeout(thrown) ? Kind.REFUSED : Kind.CANCELLED;
            default -> isLoss(state) || isCatalogConflict(thrown) ? Kind.TRANSIENT : Kind.REFUSED;
        };
    }

    private static boolean isCatalogConflict(SQLException thrown) {
        return said(thrown)
                .map(ServerErrorMessage::getRoutine)
                .filter(CATALOG_ROW_CHANGED::contains)
                .isPresent();
    }

    private static boolean isTimeout(SQLException thrown) {
        return String.valueOf(thrown.getMessage()).contains(TIMEOUT);
    }

    /**
     * A statement that was ended, but not by us. A time-out has the same code as a cancellation; only the text differs, and a
     * server may write it in another language.
     */
    static WarehouseError notByUs(WarehouseError refusal) {
        boolean isByUser = refusal.words().contains(BY_USER);
        var other = new WarehouseError(
                Kind.REFUSED,
                refusal.statement(),
                OptionalInt.empty(),
                refusal.words()
                        + (isByUser
                                ? "\nsomebody else cancelled it in the database"
                                : "\n"
                                        + "the server ended it: its `statement_timeout` is over, or somebody else"
                                        + " cancelled it"),
                refusal);
        return isByUser ? other : other.coded(Code.STATEMENT_TIMEOUT).helped(List.of(TIMEOUT_HELP));
    }

    /** Whether a refusal tells that the connection is gone. */
    static boolean isLoss(WarehouseError refusal) {
        return refusal.getCause() instanceof SQLException thrown && isLoss(String.valueOf(thrown.getSQLState()));
    }

    // Connection exceptions; ended by an administrator, by a crash, while starting, the database dropped.
    private static boolean isLoss(String state) {
        return state.startsWith("08") || state.startsWith("57P0");
    }

    /** Postgres counts letters from one. */
    private static OptionalInt offset(Optional<ServerErrorMessage> said, Optional<Statement> statement) {
        int position = said.map(ServerErrorMessage::getPosition).orElse(0);
        if (position < 1 || statement.isEmpty()) {
            return OptionalInt.empty();
        }
        String text = statement.get().text();
        int before = Math.min(position - 1, text.codePointCount(0, text.length()));
        return OptionalInt.of(text.offsetByCodePoints(0, before));
    }

    private static String words(SQLException thrown, Optional<ServerErrorMessage> said, Optional<Statement> statement) {
        if (said.isEmpty()) {
            return String.valueOf(thrown.getMessage());
        }
        var lines = new ArrayList<String>();
        lines.add(String.valueOf(said.get().getMessage()));
        Optional.ofNullable(said.get().getDetail()).ifPresent(lines::add);
        Optional.ofNullable(said.get().getHint()).map(hint -> "HINT: " + hint).ifPresent(lines::add);
        // Where in a file that is being loaded; of other statements it repeats what is known.
        statement
                .flatMap(Statement::data)
                .flatMap(data -> Optional.ofNullable(said.get().getWhere()))
                .ifPresent(lines::add);
        return String.join("\n", lines);
    }
}

package dev.assay.warehouse.postgres;

import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.JdbcSession;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.WarehouseError.Kind;
import dev.assay.warehouse.Wording;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says of a refusal for want of a right who lacks which, and of a server that cannot be written why. What it has to know it
 * asks over a connection of its own, for the refused one may be in the middle of a broken transaction.
 *
 * @param beginning what each connection does first, our role taken on
 */
record Remedies(PostgresConnector connector, Wording wording, PostgresSession.Beginning beginning) {

    private static final String NO_RIGHT = "42501";
    private static final String READ_ONLY = "25006";
    private static final Pattern NAMED =
            Pattern.compile("(permission denied for|must be owner of) ([a-z ]+?) (\"?)(.+?)\\3$");

    WarehouseError added(WarehouseError refusal) {
        String state = refusal.getCause() instanceof SQLException thrown ? String.valueOf(thrown.getSQLState()) : "";
        return switch (state) {
            case NO_RIGHT -> refusal.helped(rights(refusal));
            case READ_ONLY -> readOnly(refusal);
            default -> refusal;
        };
    }

    private List<String> rights(WarehouseError refusal) {
        Matcher said = NAMED.matcher(refusal.words().lines().findFirst().orElse(""));
        if (!said.find()) {
            return List.of();
        }
        boolean owned = said.group(1).startsWith("must");
        String text = refusal.statement().map(Statement::text).orElse("");
        return ask("missing_rights", List.of(said.group(2), said.group(4), owned, text)).rows().stream()
                .map(row -> right(row, owned))
                .toList();
    }

    private static String right(List<Object> row, boolean owned) {
        String user = row.get(0).toString();
        String role = row.get(1).toString();
        String who = user.equals(role) ? "user `" + user + "`" : "role `" + role + "`, which `" + user + "` takes on,";
        String what = owned ? " may not change what another one owns, " : " lacks a right on ";
        return who + what + row.get(2) + (owned ? ": `" : "; its owner is `") + row.get(3) + "`; ask for: "
                + row.get(4);
    }

    private WarehouseError readOnly(WarehouseError refusal) {
        Rows why = ask("why_read_only", List.of());
        if (why.isEmpty()) {
            return refusal;
        }
        String address = "Postgres at " + connector.output().address();
        boolean standby = why.value(0, 0).equals(true);
        String headline = standby
                ? address + " is a standby: it can only be read"
                : address + " lets nobody write: `default_transaction_read_only` is on";
        String help = standby ? "name in `host` the server that it follows" : "ask for: " + why.value(0, 1);
        return new WarehouseError(
                        Kind.UNWRITABLE,
                        refusal.statement(),
                        OptionalInt.empty(),
                        headline + "\nPostgres says: " + refusal.words(),
                        refusal.getCause())
                .helped(List.of(help));
    }

    private Rows ask(String file, List<Object> values) {
        try (Session session = new JdbcSession(connector.connect(), new PostgresErrors(), new PostgresCells())) {
            beginning.begin(session, 0);
            return session.query(wording.statement("find out what is missing", file, Map.of())
                    .with(values));
        } catch (WarehouseError another) {
            return new Rows(List.of(), List.of());
        }
    }
}

package dev.assay.warehouse.snowflake;

import dev.assay.sql.Statement;
import dev.assay.warehouse.JdbcSession;
import dev.assay.warehouse.WarehouseError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Statements that go to Snowflake in one request: it runs them one after the other and stops at the first that it refuses. */
record Batch(List<Statement> statements) {

    private static final int MOST = 200;
    private static final int MOST_CHARACTERS = 200_000;
    /** A statement may end in a comment, which ends with its line. */
    private static final String BETWEEN = "\n;\n";

    static List<Batch> of(List<Statement> statements) {
        var batches = new ArrayList<Batch>();
        var open = new ArrayList<Statement>();
        int characters = 0;
        for (Statement statement : statements) {
            boolean alone = !statement.values().isEmpty();
            characters += statement.text().length();
            if (!open.isEmpty() && (alone || open.size() == MOST || characters > MOST_CHARACTERS)) {
                batches.add(new Batch(List.copyOf(open)));
                open.clear();
                characters = statement.text().length();
            }
            if (alone) {
                batches.add(new Batch(List.of(statement)));
            } else {
                open.add(statement);
            }
        }
        if (!open.isEmpty()) {
            batches.add(new Batch(List.copyOf(open)));
        }
        return batches;
    }

    void send(JdbcSession session, StatementParameter parameter) {
        if (statements.size() == 1) {
            session.execute(statements.getFirst());
            return;
        }
        boolean ranThem;
        try {
            ranThem = session.execute(
                    Statement.of(statements.getFirst().purpose(), text()), parameter.holding(statements.size()));
        } catch (WarehouseError refusal) {
            throw named(refusal);
        }
        if (!ranThem) {
            // A stand-in that takes the first for all.
            throw WarehouseError.of(
                    WarehouseError.Kind.REFUSED,
                    "the server ran one of " + statements.size() + " statements that were sent together");
        }
    }

    private String text() {
        return statements.stream().map(Statement::text).collect(Collectors.joining(BETWEEN));
    }

    /** Of the statement that the refusal points at. */
    private WarehouseError named(WarehouseError refusal) {
        if (refusal.offset().isEmpty()) {
            return new WarehouseError(
                    refusal.kind(), Optional.empty(), OptionalInt.empty(), refusal.words(), refusal.getCause());
        }
        int start = 0;
        int at = 0;
        while (at < statements.size() - 1
                && start + statements.get(at).text().length() < refusal.offset().getAsInt()) {
            start += statements.get(at).text().length() + BETWEEN.length();
            at++;
        }
        Statement refused = statements.get(at);
        int inside = refusal.offset().getAsInt() - start;
        return new WarehouseError(
                refusal.kind(),
                Optional.of(refused),
                inside > 0
                        ? OptionalInt.of(Math.min(inside, refused.text().length()))
                        : SnowflakeErrors.offset(refusal.words(), refused.text()),
                refusal.words(),
                refusal.getCause());
    }
}

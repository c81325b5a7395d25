package dev.assay.warehouse.snowflake;

import dev.assay.diagnostic.Code;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The right to write in an environment: a row that says who has it. There is no lock on Snowflake that ends with its session,
 * so its holder says again and again that he is still at work, and one that was not heard of for {@link #PATIENCE} has ended.
 *
 * @param id tells two runs of one process apart
 */
record EnvironmentLease(String environment, String id, LeaseHolder holder, Wording wording) {

    static final Duration PULSE = Duration.ofSeconds(20);

    /** Longer than a statement that renews the lease waits in the queue of a busy warehouse. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int ATTEMPTS = 5;

    private static final RelationName LEASES = RelationName.of("assay", "leases");

    static EnvironmentLease of(String environment, Wording wording) {
        return new EnvironmentLease(environment, UUID.randomUUID().toString(), LeaseHolder.self(), wording);
    }

    /**
     * Nothing keeps two rows for one environment from being there, if two runs come in the same moment: then neither has it.
     *
     * @throws WarehouseError of kind LOCKED, naming who has it
     */
    void take(Session session) {
        claim(session);
        Rows rows = holders(session);
        for (List<Object> row : rows.rows()) {
            boolean isDead = !row.getFirst().equals(id)
                    && new LeaseHolder(row.get(1).toString(), row.get(2).toString()).isDead();
            if (isDead) {
                giveBack(session, row.getFirst().toString());
            }
        }
        if (rows.rows().stream().anyMatch(row -> !row.getFirst().equals(id))) {
            claim(session);
            rows = holders(session);
        }
        Optional<List<Object>> other =
                rows.rows().stream().filter(row -> !row.getFirst().equals(id)).findFirst();
        if (other.isPresent()) {
            giveBack(session, id);
            throw held(other.get());
        }
    }

    private void claim(Session session) {
        try {
            session.execute(claim());
        } catch (WarehouseError refusal) {
            if (refusal.code() == Code.NO_CONNECTION) {
                throw refusal;
            }
            if (refusal.kind() == WarehouseError.Kind.TRANSIENT) {
                throw locked("another run enters `" + environment + "` at this moment");
            }
            if (refusal.kind() != WarehouseError.Kind.REFUSED) {
                throw refusal;
            }
            makeTable(session);
            claimMade(session);
        }
    }

    /** A role that may see the table, but not write to it. */
    private void claimMade(Session session) {
        try {
            session.execute(claim());
        } catch (WarehouseError refusal) {
            throw refusal.kind() == WarehouseError.Kind.REFUSED ? refusal.helped(missing(session)) : refusal;
        }
    }

    /**
     * In the first run of all there is no table yet. Another first run may create the same at this moment. Snowflake has the same
     * answer where there is one that our role may not use.
     */
    private void makeTable(Session session) {
        for (int attempt = 1; ; attempt++) {
            try {
                makeTableOnce(session);
                return;
            } catch (WarehouseError refusal) {
                boolean isConflict = refusal.kind() == WarehouseError.Kind.TRANSIENT
                        && refusal.code() != Code.NO_CONNECTION
                        && attempt < ATTEMPTS;
                if (!isConflict) {
                    throw refusal.kind() == WarehouseError.Kind.REFUSED ? refusal.helped(missing(session)) : refusal;
                }
            }
        }
    }

    private void makeTableOnce(Session session) {
        Statement make = say("make the table of leases", "create_leases", Map.of("relation", LEASES));
        try {
            session.execute(make);
        } catch (WarehouseError noSchema) {
            if (noSchema.kind() != WarehouseError.Kind.REFUSED) {
                throw noSchema;
            }
            // `create schema if not exists` needs the right to create one even if it exists.
            session.execute(wording.statement(
                    "make the schema assay", "create_schema", Map.of("schema", new Identifier(LEASES.schema()))));
            session.execute(make);
        }
    }

    private List<String> missing(Session session) {
        return session
                .query(wording.statement("find out what is missing", "missing_registry_rights", Map.of()))
                .rows()
                .stream()
                .map(row -> row.getFirst().toString())
                .toList();
    }

    private Statement claim() {
        return say("take the environment", "take_lease", Map.of("relation", LEASES, "seconds", PATIENCE.toSeconds()))
                .with(List.of(environment, id, holder.words(), holder.machine()));
    }

    private Rows holders(Session session) {
        return session.query(say("see who has the environment", "read_leases", Map.of("relation", LEASES))
                .with(List.of(environment)));
    }

    /** @throws WarehouseError of kind LOCKED where another run has taken it, because nothing was heard of this one */
    void renew(Session session) {
        long touched = session.execute(say("keep the environment", "renew_lease", Map.of("relation", LEASES))
                .with(List.of(environment, id)));
        if (touched == 0) {
            throw locked("another run has taken `" + environment + "`: nothing was heard of this one for more than "
                    + PATIENCE.toMinutes() + " minutes");
        }
    }

    void giveBack(Session session) {
        giveBack(session, id);
    }

    private void giveBack(Session session, String run) {
        session.execute(say("let go of the environment", "give_back_lease", Map.of("relation", LEASES))
                .with(List.of(environment, run)));
    }

    private WarehouseError held(List<Object> row) {
        long silent = ((Number) row.get(3)).longValue();
        return locked(row.get(1) + " builds in `" + environment + "`, heard of " + Math.max(0, silent)
                + " s ago\nruns on one environment take turns: wait for its end; one of which nothing is heard for "
                + PATIENCE.toMinutes() + " minutes has ended");
    }

    private static WarehouseError locked(String words) {
        return WarehouseError.of(WarehouseError.Kind.LOCKED, words);
    }

    private Statement say(String purpose, String file, Map<String, Object> values) {
        return wording.statement(purpose, file, values);
    }
}

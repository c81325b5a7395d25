package dev.assay.run;

import dev.assay.connect.RetryingSession;
import dev.assay.connect.TransientRetries;
import dev.assay.plan.PlannedNode;
import dev.assay.result.RunEvent;
import dev.assay.setup.RunSetup;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a worker says to its session about one planned node.
 *
 * @param says takes events from any thread
 */
record NodeSession(
        RunSetup setup, PlannedNode planned, Session session, TransientRetries retries, Consumer<RunEvent> says) {

    /** For those who watch the warehouse. */
    void announce() {
        session.about("run=" + setup.header().invocationId() + " node=" + planned.id());
    }

    /** The session for what may be asked twice. */
    Session patient() {
        return new RetryingSession(session, retries, this::sayRetried);
    }

    void sayRetried(int attempt, WarehouseError refusal) {
        says.accept(new RunEvent.Retried(planned.id(), attempt, refusal.words(), Duration.ZERO));
    }

    /** Nothing where the warehouse refuses the look: whoever needs them hears why. */
    Optional<List<String>> columns(RelationName relation) {
        try {
            Statement asked = setup.warehouse()
                    .wording()
                    .statement("look at the columns", "look_at_columns", Map.of("relation", relation));
            return Optional.of(session.query(asked).columns().stream()
                    .map(Rows.Column::name)
                    .toList());
        } catch (WarehouseError nothing) {
            return Optional.empty();
        }
    }
}

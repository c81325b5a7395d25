package dev.assay.run;

import dev.assay.environment.Registry;
import dev.assay.manifest.ResourceId;
import dev.assay.materialize.Blueprint;
import dev.assay.materialize.Cut;
import dev.assay.result.Publication;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes candidates visible: all of a cut in one transaction, together with its generation number.
 *
 * <p>Moves come first, then definitions, then data: an engine's write-ahead log has been seen to lose what was written to
 * a table that was renamed later in the same transaction (docs/adr tells where).
 */
final class Publisher implements Publishing {

    private final Wording wording;
    private final Registry registry;
    private final Escort escort;

    /** A node's part in a cut, made ready. */
    record Part(Blueprint blueprint, Cut cut) {

        ResourceId id() {
            return blueprint.node().id();
        }
    }

    Publisher(Wording wording, Registry registry, Escort escort) {
        this.escort = escort;
        this.wording = wording;
        this.registry = registry;
    }

    @Override
    public Publication publish(Session session, List<Part> parts, Optional<String> group, boolean goesOn) {
        session.begin();
        long generation;
        try {
            generation = registry.lastGeneration(session) + 1;
            escort.before(session, parts);
            runAll(session, parts, Cut::moves);
            runAll(session, parts, Cut::definitions);
            escort.after(session, parts);
            if (goesOn) {
                parts.forEach(part -> keepReadable(session, part));
            }
            escort.data(session, parts);
            registry.publish(session, generation, parts.stream().map(Part::id).toList());
            commit(session, generation);
        } catch (WarehouseError | CutRefused refusal) {
            undo(session, refusal);
            throw refusal;
        }
        return new Publication(generation, group, parts.stream().map(Part::id).toList());
    }

    /** Where the connection is lost at this very moment, the outcome is read: the generation stands in the same transaction. */
    private void commit(Session session, long generation) {
        try {
            session.commit();
        } catch (WarehouseError refusal) {
            undo(session, refusal);
            boolean cameThrough =
                    refusal.kind() == WarehouseError.Kind.TRANSIENT && registry.lastGeneration(session) == generation;
            if (!cameThrough) {
                throw refusal;
            }
        }
    }

    // A warehouse may have ended the transaction by itself: then there is nothing to undo, and it says so.
    static void undo(Session session, RuntimeException refusal) {
        try {
            session.rollback();
        } catch (WarehouseError nothing) {
            refusal.addSuppressed(nothing);
        }
    }

    /** The last first, each by itself. */
    @Override
    public void clearAway(Session session, List<Part> parts) {
        var last = new ArrayList<>(parts);
        Collections.reverse(last);
        last.forEach(part -> part.cut().leftovers().forEach(session::execute));
    }

    static void runAll(Session session, List<Part> parts, Function<Cut, List<Statement>> phase) {
        for (Part part : parts) {
            try {
                phase.apply(part.cut()).forEach(session::execute);
            } catch (WarehouseError refusal) {
                throw CutRefused.unlessPassing(part.id(), refusal);
            }
        }
    }

    /** Nodes that are still to be built read the candidate's name: it stands for the published relation from now on. */
    private void keepReadable(Session session, Part part) {
        Blueprint blueprint = part.blueprint();
        // The candidate of a table that was changed in its place is there still.
        if (part.cut().definitions().isEmpty() && !part.cut().moves().isEmpty()) {
            session.execute(wording.statement(
                    "keep the candidate's name readable",
                    "create_alias",
                    Map.of("relation", blueprint.candidate(), "target", blueprint.published())));
        }
    }
}

package dev.assay.publish;

import dev.assay.materialize.Part;
import dev.assay.materialize.PartStatements;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.facet.RelationDrops;
import java.util.List;
import java.util.function.Function;

/** Runs the statements of a cut's parts, phase by phase. A refusal names the node whose statement it was. */
public record PartRunner(Warehouse warehouse, Session session, List<Part> parts) {

    public PartRunner {
        parts = List.copyOf(parts);
    }

    /** Drops what gives way to the new relations; all at once, since one may depend on another. */
    public void drops() {
        RelationDrops.of(warehouse)
                .drops("remove the old view", PartStatements.dropped(parts))
                .forEach(session::execute);
    }

    public void moves() {
        run(part -> of(part).moves());
    }

    public void definitions() {
        run(part -> of(part).definitions());
    }

    public void rows() {
        run(part -> of(part).rows());
    }

    public void properties() {
        run(Part::properties);
    }

    public void files() {
        run(Part::files);
    }

    public void candidateNames() {
        run(part -> of(part).candidateName());
    }

    private PartStatements of(Part part) {
        return new PartStatements(part, warehouse.wording());
    }

    private void run(Function<Part, List<Statement>> phase) {
        for (Part part : parts) {
            try {
                phase.apply(part).forEach(session::execute);
            } catch (WarehouseError refusal) {
                throw CutRefused.unlessPassing(part.id(), refusal);
            }
        }
    }
}

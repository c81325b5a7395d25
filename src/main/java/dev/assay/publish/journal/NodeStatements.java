package dev.assay.publish.journal;

import dev.assay.manifest.ResourceId;
import dev.assay.publish.CutRefused;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import java.util.List;
import java.util.SequencedMap;

/** Statements of several nodes, sent together. If one is refused, the refusal names its node. */
record NodeStatements(SequencedMap<Statement, ResourceId> statements) {

    /** @throws CutRefused when the warehouse refused the statement of one node */
    void run(Session session) {
        try {
            session.executeAll(List.copyOf(statements.keySet()));
        } catch (WarehouseError refusal) {
            throw refusal.statement()
                    .map(statements::get)
                    .map(node -> named(node, refusal))
                    .orElse(refusal);
        }
    }

    static RuntimeException named(ResourceId node, WarehouseError refusal) {
        return refusal.kind() == WarehouseError.Kind.REFUSED ? new CutRefused(node, refusal) : refusal;
    }
}

package dev.assay.publish;

import dev.assay.materialize.Part;
import dev.assay.materialize.PartStatements;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * What a cut has left and could not be removed. The next run tries again.
 *
 * @param refusals one for each relation that is still there
 */
public record UnremovedRelations(List<WarehouseError> refusals) {

    public UnremovedRelations {
        refusals = List.copyOf(refusals);
    }

    /** Removes what the parts leave, the last first, each in a statement of its own. */
    public static UnremovedRelations remove(Session session, List<Part> parts, Wording wording) {
        return drop(
                session,
                parts.reversed().stream()
                        .flatMap(part -> new PartStatements(part, wording).leftovers().stream())
                        .toList());
    }

    /** What is refused is skipped. */
    public static UnremovedRelations drop(Session session, List<Statement> drops) {
        var refusals = new ArrayList<WarehouseError>();
        for (Statement drop : drops) {
            try {
                session.execute(drop);
            } catch (WarehouseError refusal) {
                refusals.add(refusal);
            }
        }
        return new UnremovedRelations(refusals);
    }
}

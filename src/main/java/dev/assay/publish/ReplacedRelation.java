package dev.assay.publish;

import dev.assay.materialize.Blueprint;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Literal;
import java.util.Map;

/**
 * A relation that a cut replaces.
 *
 * @param madeInCut whether the cut makes the new relation under the published name, so that nothing can be done before
 */
public record ReplacedRelation(Blueprint blueprint, boolean madeInCut) {

    public RelationName published() {
        return blueprint.published();
    }

    private RelationName target() {
        return madeInCut ? blueprint.published() : blueprint.candidate();
    }

    /** The names of both, and that under which the new relation is made. */
    public Map<String, Object> names() {
        return Map.of(
                "published_schema", new Literal(published().schema()),
                "published_name", new Literal(published().name()),
                "candidate_schema", new Literal(blueprint.candidate().schema()),
                "candidate_name", new Literal(blueprint.candidate().name()),
                "target_schema", new Literal(target().schema()),
                "target_name", new Literal(target().name()));
    }
}

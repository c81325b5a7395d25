package dev.assay.materialize;

import dev.assay.diagnostic.AssayBug;
import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Wording;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A candidate that may be published, before it is decided how.
 *
 * @param sql the warehouse's words, as the node's settings shape them
 * @param hooks that belong to the definition of a view: they run again where the view is made over published names
 * @param identity the warehouse's own id of the relation that was tested; empty where it is not known
 * @param rows as they were counted before the tests; empty where they were not
 */
public record Candidate(
        Blueprint blueprint,
        Materialization materialization,
        Product product,
        Wording sql,
        List<Statement> hooks,
        Optional<String> identity,
        OptionalLong rows) {

    public Candidate {
        hooks = List.copyOf(hooks);
    }

    /** @param existing what is published, as the candidate was built on it */
    public static Candidate of(
            Blueprint blueprint,
            Materialization materialization,
            Existing existing,
            Wording sql,
            List<Statement> hooks) {
        Product product = materialization
                .product(blueprint, existing)
                .orElseThrow(() -> new AssayBug(blueprint.node().id() + " becomes no relation"));
        return new Candidate(blueprint, materialization, product, sql, hooks, Optional.empty(), OptionalLong.empty());
    }

    public Candidate identified(Optional<String> id, OptionalLong counted) {
        return new Candidate(blueprint, materialization, product, sql, hooks, id, counted);
    }

    public ResourceId id() {
        return blueprint.node().id();
    }

    public RelationName published() {
        return blueprint.published();
    }

    /** Its own name. */
    public RelationName name() {
        return blueprint.candidate();
    }

    /** Makes the relation over published names: the definition comes first, then what is put on it. */
    public List<Statement> define(Predecessor predecessor) {
        return Stream.concat(materialization.define(blueprint, predecessor, sql).stream(), hooks.stream())
                .toList();
    }

    /** Writes the files that hold the published relation's rows, too. */
    List<Statement> files() {
        return materialization.files(blueprint, sql);
    }

    /** Describes a published relation that stays itself. */
    public List<Statement> describe() {
        return materialization.describe(blueprint, product.kind(), sql);
    }

    /** Whether {@code publish_by} of the node has this word. */
    public boolean isTold(String word) {
        return blueprint.node().config().publishBy().equals(word);
    }
}

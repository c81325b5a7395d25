package dev.assay.blueprint;

import dev.assay.compile.Compiler;
import dev.assay.feed.SeedFile;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Relational;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.Seed;
import dev.assay.materialize.Blueprint;
import dev.assay.materialize.Candidate;
import dev.assay.materialize.CapabilityChecks;
import dev.assay.materialize.Change;
import dev.assay.materialize.Materialization;
import dev.assay.materialize.Materializations;
import dev.assay.materialize.Product;
import dev.assay.materialize.files.OutputFiles;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.Wording;
import dev.assay.warehouse.facet.NodeWording;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What each node of a run is to become. A node that others of the run read is read as its candidate. */
public final class Blueprints {

    private final Manifest manifest;
    private final Compiler compiler;
    private final Warehouse warehouse;
    private final Set<ResourceId> candidates;
    private final Function<Seed, SeedFile> files;
    private final OutputFiles outputs;

    /**
     * @param candidates nodes that exist as candidates during this run
     * @param files reads a seed's file and finds it sound
     * @param outputs what models are written to besides
     */
    public Blueprints(
            Manifest manifest,
            Compiler compiler,
            Warehouse warehouse,
            Set<ResourceId> candidates,
            Function<Seed, SeedFile> files,
            OutputFiles outputs) {
        this.manifest = manifest;
        this.compiler = compiler;
        this.warehouse = warehouse;
        this.candidates = Set.copyOf(candidates);
        this.files = files;
        this.outputs = outputs;
    }

    /** The same nodes, where only these exist as candidates. */
    public Blueprints with(Set<ResourceId> others) {
        return new Blueprints(manifest, compiler, warehouse, others, files, outputs);
    }

    public Blueprint of(ResourceId id) {
        var node = manifest.relational(id);
        RelationName published = node.relation();
        Optional<Compiler.Pair> sql = sql(node);
        return new Blueprint(
                node,
                sql.map(Compiler.Pair::tested),
                sql.map(Compiler.Pair::published),
                Optional.empty(),
                warehouse.candidate(published),
                published,
                warehouse.retired(published),
                outputs.of(id));
    }

    /** The statements that build a candidate; a seed's file is read for them. */
    public List<Statement> candidate(Blueprint blueprint, Existing existing) {
        return materialization(blueprint).candidate(withFile(blueprint), existing, wording(blueprint));
    }

    /**
     * A node's candidate, to be published.
     *
     * @param hooks that run again where the cut makes the relation over published names
     */
    public Candidate passed(ResourceId id, Existing existing, List<Statement> hooks) {
        return candidate(of(id), existing, hooks);
    }

    /** A candidate that an earlier run has built: what its view reads may have other names by now. */
    public Candidate kept(ResourceId id, Existing existing, List<Statement> hooks) {
        return candidate(of(id).built(), existing, hooks);
    }

    private Candidate candidate(Blueprint blueprint, Existing existing, List<Statement> hooks) {
        return Candidate.of(blueprint, materialization(blueprint), existing, wording(blueprint), hooks);
    }

    /** The relation that holds the rows of a candidate; empty where it is a view. */
    public Optional<RelationName> rows(Blueprint blueprint, Existing existing) {
        return materialization(blueprint).product(blueprint, existing).flatMap(product -> switch (product) {
            case Product.Table table -> Optional.of(blueprint.candidate());
            case Product.StoredView stored -> Optional.of(blueprint.candidate());
            case Product.Staged(Change change) -> Optional.of(change.staged());
            case Product.View view -> Optional.empty();
        });
    }

    /** The warehouse's words, as this node's settings shape them. */
    Wording wording(Blueprint blueprint) {
        return NodeWording.of(warehouse, CapabilityChecks.nodeSettings(blueprint.node()));
    }

    /** What a node reads as a candidate. */
    public Stream<ResourceId> readsCandidates(ResourceId id) {
        return new Upstream(manifest).reads(manifest.get(id)).stream().filter(candidates::contains);
    }

    private static Materialization materialization(Blueprint blueprint) {
        return Materializations.of(blueprint.node());
    }

    private Blueprint withFile(Blueprint blueprint) {
        return blueprint.node() instanceof Seed seed ? blueprint.loading(files.apply(seed)) : blueprint;
    }

    private Optional<Compiler.Pair> sql(Relational node) {
        return switch (node) {
            case Model model -> Optional.of(compiler.compile(model, this::proving, this::published));
            case Seed seed -> Optional.empty();
        };
    }

    /** What decides what a node becomes; its template is not rendered where that would ask the warehouse. */
    public String fingerprint(ResourceId id) {
        var node = manifest.relational(id);
        return Fingerprint.of(
                node,
                switch (node) {
                    case Model model -> compiler.identity(model, this::published);
                    case Seed seed -> seed.checksum();
                });
    }

    /** The relation that tests and descendants read while the run goes on. */
    public RelationName proving(ResourceId id) {
        RelationName published = published(id);
        return candidates.contains(id) ? warehouse.candidate(published) : published;
    }

    /** The relation that readers see. */
    public RelationName published(ResourceId id) {
        return manifest.relation(id);
    }
}

package dev.assay.blueprint;

import dev.assay.compile.VolatileSql;
import dev.assay.environment.Inputs;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Reference;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.Source;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a node reads, seen through ephemeral models, and which version of it. */
public final class Upstream {

    private final Manifest manifest;
    private final Set<ResourceId> live = new HashSet<>();

    /**
     * @param order parents before children; empty where nobody asks whether a node is live
     */
    public Upstream(Manifest manifest, List<ResourceId> order) {
        this.manifest = manifest;
        order.stream()
                .map(manifest::get)
                .filter(this::looksThrough)
                .map(Resource::id)
                .forEach(live::add);
    }

    /** The relations that a node reads directly: seeds, models, sources. */
    public Set<ResourceId> reads(Resource node) {
        var found = new LinkedHashSet<ResourceId>();
        for (Reference reference : node.references()) {
            Resource target = manifest.get(reference.target().orElseThrow());
            if (target.isInlined()) {
                found.addAll(reads(target));
            } else {
                found.add(target.id());
            }
        }
        return found;
    }

    /**
     * @param version of a parent: the run that built what is read
     */
    public Inputs inputs(Resource node, java.util.function.Function<ResourceId, Optional<String>> version) {
        Map<ResourceId, String> runs = new HashMap<>();
        reads(node).stream()
                .filter(id -> manifest.get(id) instanceof Relational)
                .forEach(id -> runs.put(id, version.apply(id).orElse("")));
        return Inputs.of(runs);
    }

    /**
     * Whether a node is a view whose rows can change although assay publishes nothing: one sees through it what assay does
     * not publish, or its SQL asks the clock, chance or the session. It is proven at one moment only.
     */
    public boolean isLive(ResourceId id) {
        return live.contains(id);
    }

    private boolean looksThrough(Resource node) {
        return node instanceof Model model
                && model.isView()
                && (reads(model).stream().anyMatch(id -> manifest.get(id) instanceof Source || live.contains(id))
                        || volatileWord(model).isPresent());
    }

    /** What in the SQL of a model, or of an ephemeral model in it, asks the clock, chance or the session. */
    public Optional<String> volatileWord(Model model) {
        return VolatileSql.in(model)
                .or(() -> manifest.inlined(Set.of(model.id())).stream()
                        .sorted()
                        .flatMap(id -> VolatileSql.in((Model) manifest.get(id)).stream())
                        .findFirst());
    }
}

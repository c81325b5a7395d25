package dev.assay.blueprint;

import dev.assay.compile.LiveWords;
import dev.assay.environment.Inputs;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Reference;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.Source;
import dev.assay.sql.Draft;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a node reads, seen through ephemeral models, and which version of it. */
public final class Upstream {

    private final Manifest manifest;
    private final LiveWords live;

    /** Where nobody asks whether a node is live. */
    public Upstream(Manifest manifest) {
        this(manifest, new LiveWords(Map.of()));
    }

    /** @param live may learn more while a run goes on */
    public Upstream(Manifest manifest, LiveWords live) {
        this.manifest = manifest;
        this.live = live;
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
     * not publish, or its SQL asks the clock, chance or the session. It is proven at one moment only. What only a build finds
     * out is known from then on.
     */
    public boolean isLive(ResourceId id) {
        return isLive(id, new HashSet<>());
    }

    private boolean isLive(ResourceId id, Set<ResourceId> seen) {
        // The registry knows relations that the project no longer has.
        return manifest.find(id).orElse(null) instanceof Model model
                && model.isView()
                && seen.add(id)
                && (volatileWord(model).isPresent()
                        || reads(model).stream()
                                .anyMatch(read -> manifest.get(read) instanceof Source || isLive(read, seen)));
    }

    /**
     * Whether the SQL of a model gives the same rows as long as what it reads is the same. It is not known of a text that only
     * a build gives.
     */
    public boolean givesTheSameRows(Model model) {
        return volatileWord(model).isEmpty()
                && Stream.concat(Stream.of(model.id()), manifest.inlined(Set.of(model.id())).stream())
                        .allMatch(id -> ((Model) manifest.get(id))
                                .draft()
                                .filter(Draft::isSettled)
                                .isPresent());
    }

    /**
     * What in the SQL of a model, or of an ephemeral model in it, asks the clock, chance or the session, or reads what assay
     * does not know.
     */
    public Optional<String> volatileWord(Model model) {
        return live.in(model.id())
                .or(() -> manifest.inlined(Set.of(model.id())).stream()
                        .sorted()
                        .flatMap(id -> live.in(id).stream())
                        .findFirst());
    }
}

package dev.assay.environment;

import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Existing;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * How far what readers see is proven. A view shows what is below it: it is not proven better than that, and its own tests
 * count only as long as it reads the versions that they saw.
 */
public final class Proofs {

    /**
     * A published version of a relation, as far as its proof is concerned.
     *
     * @param tests empty where nobody has counted them
     * @param inputs for a view, the versions on which its tests ran
     */
    public record Version(String runId, boolean isView, Entry.Proof proof, Optional<TestCount> tests, Inputs inputs) {

        public static Version of(Entry entry) {
            return new Version(
                    entry.runId(), entry.kind().equals("view"), entry.proof(), entry.tests(), entry.inputs());
        }

        public Version with(Entry.Proof other, TestCount counted, Inputs read) {
            return new Version(runId, isView, other, Optional.of(counted), read);
        }

        /** The same with none of its tests passed. What has no tests keeps its proof. */
        public Version untested() {
            return hasNoTests()
                    ? this
                    : new Version(
                            runId,
                            isView,
                            Entry.Proof.UNPROVEN,
                            tests.map(counted -> new TestCount(counted.due(), 0)),
                            inputs);
        }

        /** The same after somebody has changed the rows: no test has seen these, but for one that failed. */
        public Version changed() {
            if (proof == Entry.Proof.SUSPECT) {
                return this;
            }
            return hasNoTests()
                    ? new Version(runId, isView, Entry.Proof.UNPROVEN, Optional.empty(), inputs)
                    : untested();
        }

        public boolean hasNoTests() {
            return tests.filter(counted -> counted.due() == 0).isPresent();
        }
    }

    /**
     * What readers can rely on.
     *
     * @param because the relation below that is less proven than the view's own tests say
     */
    public record Shown(Entry.Proof proof, Optional<TestCount> tests, Optional<ResourceId> because) {}

    private final Map<ResourceId, Version> versions;
    private final Predicate<ResourceId> isLive;
    private final Map<ResourceId, Shown> found = new HashMap<>();
    private final Map<ResourceId, Boolean> outdated = new HashMap<>();

    /**
     * @param isLive whether one sees through a node what assay does not publish
     */
    public Proofs(Map<ResourceId, Version> versions, Predicate<ResourceId> isLive) {
        this.versions = Map.copyOf(versions);
        this.isLive = isLive;
    }

    /**
     * Where another node was published later under the name of a node, readers see that one's version, and no test of this
     * node has run on it.
     *
     * @param changes what others have done to these versions
     */
    public static Map<ResourceId, Version> versions(RegistrySnapshot known, Existing existing, ManualChanges changes) {
        var versions = new HashMap<ResourceId, Version>();
        SortedMap<RelationName, Entry> seen = known.seen(existing.relations().comparator());
        known.published().forEach((id, entry) -> {
            Entry visible = seen.get(entry.relation());
            Version version = Version.of(visible);
            boolean isOther = !visible.node().equals(id);
            versions.put(id, isOther || changes.contains(entry.relation()) ? version.changed() : version);
        });
        return versions;
    }

    /** Empty where readers see nothing of the node. */
    public Optional<Shown> of(ResourceId id) {
        Version version = versions.get(id);
        if (version == null) {
            return Optional.empty();
        }
        Shown already = found.get(id);
        if (already == null) {
            Shown own = own(id, version, isOutdated(id));
            // The registry can hold a circle of views from different times: the second visit ends it.
            found.put(id, own);
            already = version.isView() ? limited(own, version.inputs()) : own;
            found.put(id, already);
        }
        return Optional.of(already);
    }

    /**
     * Of a version that readers see, even if its node has become another relation since.
     *
     * @param changes what others have done to it
     */
    public Shown of(Entry entry, ManualChanges changes) {
        Version noted = Version.of(entry);
        Version version = changes.contains(entry.relation()) ? noted.changed() : noted;
        Version newest = versions.get(entry.node());
        if (newest != null && newest.runId().equals(version.runId())) {
            return of(entry.node()).orElseThrow();
        }
        Shown own = own(entry.node(), version, isOutdated(version));
        return version.isView() ? limited(own, version.inputs()) : own;
    }

    private Shown own(ResourceId id, Version version, boolean isOutdated) {
        Version valid = isOutdated ? version.untested() : version;
        Entry.Proof proof =
                valid.tests().map(tests -> counted(id, tests, valid.proof())).orElse(valid.proof());
        return new Shown(proof, valid.tests(), Optional.empty());
    }

    /** The noted proof of a view may come from what was below it; when all its own tests passed, only they matter here. */
    private Entry.Proof counted(ResourceId id, TestCount tests, Entry.Proof noted) {
        // A text that only a build gives made the view live, and nobody else knows that text.
        Entry.Proof own = Entry.Proof.of(tests, isLive.test(id) || noted == Entry.Proof.LIVE);
        return tests.isComplete() || own.isWeakerThan(noted) ? own : noted;
    }

    /** Whether a view shows, itself or through views below, versions that its tests have not seen. */
    public boolean isOutdated(ResourceId id) {
        Boolean already = outdated.get(id);
        if (already == null) {
            Version version = versions.get(id);
            outdated.put(id, false);
            already = version != null && isOutdated(version);
            outdated.put(id, already);
        }
        return already;
    }

    private boolean isOutdated(Version version) {
        return version.isView()
                && version.inputs().runs().entrySet().stream()
                        .anyMatch(input ->
                                isOtherVersion(input.getKey(), input.getValue()) || isOutdated(input.getKey()));
    }

    private boolean isOtherVersion(ResourceId id, String runId) {
        return versions.containsKey(id) && !versions.get(id).runId().equals(runId);
    }

    private Shown limited(Shown own, Inputs inputs) {
        Shown weakest = own;
        for (ResourceId below : inputs.runs().keySet()) {
            Optional<Shown> shown = of(below);
            if (shown.isPresent() && shown.get().proof().isWeakerThan(weakest.proof())) {
                weakest = new Shown(shown.get().proof(), own.tests(), Optional.of(below));
            }
        }
        return weakest;
    }
}

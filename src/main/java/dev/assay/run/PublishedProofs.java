package dev.assay.run;

import dev.assay.environment.Entry;
import dev.assay.environment.Inputs;
import dev.assay.environment.ManualChanges;
import dev.assay.environment.ProofChange;
import dev.assay.environment.Proofs;
import dev.assay.environment.Proofs.Version;
import dev.assay.environment.RegistryUpdate;
import dev.assay.environment.TestCount;
import dev.assay.environment.ViewDependencies;
import dev.assay.manifest.Model;
import dev.assay.manifest.Relational;
import dev.assay.manifest.ResourceId;
import dev.assay.plan.RequiredTests;
import dev.assay.publish.Gate;
import dev.assay.publish.RunProgress;
import dev.assay.result.Status;
import dev.assay.result.TestResult;
import dev.assay.result.Unproven;
import dev.assay.setup.RunSetup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How far everything is proven that readers see at the end of a run. Tests of what is published prove it further or make it
 * suspect; a view that was not built shows what was published below it, which its tests have not seen.
 */
final class PublishedProofs {

    private final RunSetup setup;
    private final RunProgress progress;
    private final RequiredTests required;
    private final Map<ResourceId, Version> noted;
    private final Map<ResourceId, Version> versions;

    PublishedProofs(RunSetup setup, RunProgress progress, RequiredTests required) {
        this.setup = setup;
        this.progress = progress;
        this.required = required;
        this.noted = Proofs.versions(setup.known(), setup.existing(), setup.changes());
        var updates = new RegistryUpdates(setup, setup.plan().byId());
        progress.published().forEach(id -> {
            Version published = version(progress.mark(id), updates);
            noted.put(id, isInherited(id) ? published.changed() : published);
        });
        this.versions = new HashMap<>(noted);
        Proofs before = new Proofs(noted, setup.upstream()::isLive);
        versions.replaceAll((id, version) -> before.isOutdated(id) ? outdated(version) : version);
    }

    /** A view without tests shows the new versions as well as the old ones; another one has to be tested again. */
    private Version outdated(Version view) {
        return view.hasNoTests()
                ? view.with(view.proof(), new TestCount(0, 0), reading(view.inputs()))
                : view.untested();
    }

    private Version version(RegistryUpdate mark, RegistryUpdates updates) {
        boolean isView = setup.manifest().relational(mark.node()).isView();
        return new Version(updates.version(mark.node()).orElse(""), isView, mark.proof(), mark.tests(), mark.inputs());
    }

    /** Takes in verdicts of tests that ran on what is published. */
    void tested(Collection<TestResult> tests) {
        Map<ResourceId, Set<ResourceId>> passed = new HashMap<>();
        var failed = new HashSet<ResourceId>();
        for (TestResult test : tests) {
            for (ResourceId node : required.subjectsOf(test.test())) {
                if (NodeProofs.isPassed(test) && sawContent(node, test)) {
                    passed.computeIfAbsent(node, any -> new HashSet<>()).add(test.test());
                } else if (test.status() == Status.FAIL) {
                    failed.add(node);
                }
            }
        }
        var all = new TreeSet<>(passed.keySet());
        all.addAll(failed);
        all.stream()
                .filter(versions::containsKey)
                .forEach(node -> versions.put(
                        node, retested(node, passed.getOrDefault(node, Set.of()).size(), failed.contains(node))));
    }

    /**
     * Whether a test that ran on published relations saw what a node consists of. The SQL of an ephemeral model is run again
     * for its test: the node that inlines the model may have been built from other SQL or, if it is a table, from other rows.
     */
    private boolean sawContent(ResourceId node, TestResult test) {
        if (required.readBy(test.test()).contains(node) || progress.isPublished(node)) {
            return true;
        }
        Optional<Entry> published = setup.known().publishedOf(node);
        if (published.isEmpty()
                || !published.get().fingerprint().equals(setup.blueprints().fingerprint(node))) {
            return false;
        }
        Version version = versions.get(node);
        return version.isView()
                || (givesTheSameRows(node)
                        && required.readBy(test.test()).stream().allMatch(read -> isReadIn(version.inputs(), read)));
    }

    /** A text that only a build gives may have made it live, and {@code suspect} hides that. */
    private boolean isLive(ResourceId node, Version version) {
        boolean mayHaveBeen = version.proof() == Entry.Proof.LIVE
                || (version.proof() == Entry.Proof.SUSPECT && version.isView() && !givesTheSameRows(node));
        return setup.upstream().isLive(node) || mayHaveBeen;
    }

    private boolean givesTheSameRows(ResourceId node) {
        return setup.manifest().get(node) instanceof Model model
                && setup.upstream().givesTheSameRows(model);
    }

    private boolean isReadIn(Inputs inputs, ResourceId read) {
        Optional<String> now = Optional.ofNullable(noted.get(read)).map(Version::runId);
        return now.isPresent() && now.equals(Optional.ofNullable(inputs.runs().get(read)));
    }

    /** What passed before the publication counts for what this run has published; tests of an older version ran again. */
    private Version retested(ResourceId node, int passed, boolean isFailed) {
        Version version = versions.get(node);
        long due = required.of(node).size();
        long before = version.tests().map(TestCount::passed).orElse(0L);
        long now = Math.min(due, progress.isPublished(node) ? before + passed : Math.max(before, passed));
        if (isFailed) {
            return version.with(Entry.Proof.SUSPECT, new TestCount(due, Math.min(now, due - 1)), version.inputs());
        }
        var tests = new TestCount(due, now);
        if (tests.isComplete() && (passed == due || progress.isPublished(node))) {
            return version.with(Entry.Proof.of(tests, isLive(node, version)), tests, reading(version.inputs()));
        }
        boolean isFurther = version.proof() == Entry.Proof.UNPROVEN && before == 0 && now > 0;
        return isFurther ? version.with(Entry.Proof.PARTLY_PROVEN, tests, version.inputs()) : version;
    }

    /** The same relations, in the versions that readers see now. */
    private Inputs reading(Inputs inputs) {
        var runs = new HashMap<>(inputs.runs());
        runs.replaceAll((id, run) ->
                Optional.ofNullable(noted.get(id)).map(Version::runId).orElse(run));
        return Inputs.of(runs);
    }

    /** What the registry has to be told. */
    List<ProofChange> changes() {
        Proofs shown = shown();
        var changes = new ArrayList<ProofChange>();
        new TreeSet<>(versions.keySet()).forEach(id -> {
            Version version = versions.get(id);
            Proofs.Shown now = shown.of(id).orElseThrow();
            Version then = noted.get(id);
            boolean isOther = now.proof() != then.proof()
                    || !now.tests().equals(then.tests())
                    || !version.inputs().equals(then.inputs());
            if (isOther) {
                changes.add(new ProofChange(id, version.runId(), now.proof(), now.tests(), version.inputs()));
            }
        });
        return changes;
    }

    /** Relations that others have changed and whose tests have all passed since, with the generation of each. */
    SortedMap<ResourceId, Long> testedAfterChange() {
        Proofs shown = shown();
        var tested = new TreeMap<ResourceId, Long>();
        setup.known().seen(setup.existing().relations().comparator()).values().stream()
                .filter(entry -> setup.changes().contains(entry.relation())
                        && !setup.changes().isReplaced(entry.relation()))
                .filter(entry -> setup.known().publishedOf(entry.node()).equals(Optional.of(entry)))
                .filter(entry -> !progress.isPublished(entry.node()))
                .filter(entry -> shown.of(entry.node())
                        .filter(now -> now.proof().isProven())
                        .isPresent())
                .forEach(entry -> tested.put(entry.node(), entry.generation().orElse(0)));
        return tested;
    }

    private boolean isInherited(ResourceId id) {
        return setup.manifest().find(id).orElse(null) instanceof Relational node
                && setup.changes().isInherited(node.relation());
    }

    /** What this run has published, or shows through views, and is not proven. */
    List<Unproven> unproven() {
        Proofs shown = shown();
        SortedSet<ResourceId> seen = progress.published();
        seen.addAll(ViewDependencies.of(setup.known(), setup.existing()).on(progress.published()));
        var unproven = new ArrayList<Unproven>();
        for (ResourceId id : seen) {
            shown.of(id).filter(now -> !now.proof().isProven()).ifPresent(now -> unproven.add(unproven(id, now)));
        }
        return unproven;
    }

    private Unproven unproven(ResourceId id, Proofs.Shown shown) {
        TestCount tests = shown.tests().orElse(new TestCount(0, 0));
        return new Unproven(
                id,
                Gate.nameOf(id),
                shown.proof().words(),
                tests.passed(),
                tests.due(),
                isInherited(id)
                        ? Optional.of(ManualChanges.OTHER_ROWS)
                        : shown.because().map(Gate::nameOf));
    }

    private Proofs shown() {
        return new Proofs(versions, setup.upstream()::isLive);
    }
}

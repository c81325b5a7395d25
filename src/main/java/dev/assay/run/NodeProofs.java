package dev.assay.run;

import dev.assay.environment.Entry;
import dev.assay.environment.Proofs;
import dev.assay.environment.RegistryUpdate;
import dev.assay.environment.TestCount;
import dev.assay.manifest.Model;
import dev.assay.manifest.ResourceId;
import dev.assay.plan.Action;
import dev.assay.plan.PlannedNode;
import dev.assay.plan.RequiredTests;
import dev.assay.result.Status;
import dev.assay.result.TestResult;
import dev.assay.setup.RunSetup;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Counts, for each node of a run, the required tests that passed on its candidate, and says how far it is proven. */
final class NodeProofs {

    private final RunSetup setup;
    private final RequiredTests required;
    private final Map<ResourceId, PlannedNode> planned;
    private final Proofs published;
    private final Map<ResourceId, Set<ResourceId>> passed = new HashMap<>();
    private final SequencedMap<ResourceId, Entry.Proof> proofs = new LinkedHashMap<>();
    private final Map<ResourceId, Set<ResourceId>> viewsOn = new HashMap<>();
    private final Set<ResourceId> changed = new HashSet<>();

    NodeProofs(RunSetup setup, RequiredTests required) {
        this.setup = setup;
        this.required = required;
        this.planned = setup.plan().byId();
        this.published =
                new Proofs(Proofs.versions(setup.known(), setup.existing(), setup.changes()), setup.upstream()::isLive);
    }

    /** Counts a test for its subjects. Some of them may be built later: those that inline what the test reads. */
    void add(TestResult test) {
        required.subjectsOf(test.test()).stream().filter(planned::containsKey).forEach(node -> {
            add(node, test);
            if (proofs.containsKey(node)) {
                changed.add(node);
            }
        });
    }

    /** The nodes whose proof may be another one since it was asked for, parents before children. */
    List<ResourceId> changed() {
        var open = new ArrayDeque<>(changed);
        while (!open.isEmpty()) {
            viewsOn.getOrDefault(open.pop(), Set.of()).stream()
                    .filter(changed::add)
                    .forEach(open::push);
        }
        List<ResourceId> inOrder = changed.isEmpty()
                ? List.of()
                : proofs.keySet().stream().filter(changed::contains).toList();
        changed.clear();
        return inOrder;
    }

    private void add(ResourceId node, TestResult test) {
        if (isPassed(test)) {
            passed.computeIfAbsent(node, any -> new HashSet<>()).add(test.test());
        }
    }

    static boolean isPassed(TestResult test) {
        return test.status() == Status.PASS || test.status() == Status.WARN;
    }

    /** The mark of a node with its proof, as far as its tests have run. Those of its parents are asked for before. */
    RegistryUpdate of(RegistryUpdate mark) {
        Optional<TestCount> tests = count(mark.node());
        Entry.Proof proof = limited(mark.node(), own(mark, tests));
        proofs.put(mark.node(), proof);
        return mark.proven(proof, tests);
    }

    private Optional<TestCount> count(ResourceId node) {
        long due = required.of(node).size();
        if (setup.hooks().changeAfterTests(node)) {
            // No test reads what the hook leaves, so none has passed on it; see `Proofs.Version.changed`.
            return due == 0 ? Optional.empty() : Optional.of(new TestCount(due, 0));
        }
        return Optional.of(
                new TestCount(due, passed.getOrDefault(node, Set.of()).size()));
    }

    /** Whether a candidate is published although a test of an earlier run failed on it. */
    private boolean isAccepted(ResourceId node) {
        return planned.get(node).action() == Action.RELEASE
                && setup.known()
                        .waitingOf(node)
                        .filter(kept -> kept.state() == Entry.State.HELD)
                        .isPresent();
    }

    private Entry.Proof own(RegistryUpdate mark, Optional<TestCount> tests) {
        if (mark.state() != Entry.State.PROVEN
                || isAccepted(mark.node())
                || setup.hooks().changeAfterTests(mark.node())) {
            return Entry.Proof.UNPROVEN;
        }
        return tests.map(counted -> Entry.Proof.of(counted, setup.upstream().isLive(mark.node())))
                .orElse(Entry.Proof.UNPROVEN);
    }

    /** A view is not proven better than what it shows. */
    private Entry.Proof limited(ResourceId node, Entry.Proof own) {
        Entry.Proof weakest = own;
        if (setup.manifest().get(node) instanceof Model model && model.isView()) {
            for (ResourceId below : setup.upstream().reads(model)) {
                viewsOn.computeIfAbsent(below, any -> new HashSet<>()).add(node);
                Optional<Entry.Proof> proof = Optional.ofNullable(proofs.get(below))
                        .or(() -> published.of(below).map(Proofs.Shown::proof));
                if (proof.isPresent() && proof.get().isWeakerThan(weakest)) {
                    weakest = proof.get();
                }
            }
        }
        return weakest;
    }
}

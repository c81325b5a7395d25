package dev.assay.publish;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.manifest.ResourceId;
import dev.assay.plan.Plan;
import dev.assay.plan.PlannedNode;
import dev.assay.run.DrawnRun;
import dev.assay.setup.PublishMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs that chance has drawn, without a warehouse: which nodes become visible. */
class GateLawsTest {

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("assay.seeds", 100));
    }

    /** Whom chance has put into a publish group. */
    private static Optional<String> group(ResourceId id, long seed) {
        int draw = Math.floorMod((id + "/" + seed).hashCode(), 9);
        return draw < 3 ? Optional.of("g" + draw) : Optional.empty();
    }

    /** What chance lets readers see through a node: some of what it reads. */
    private static Set<ResourceId> window(Plan plan, ResourceId id, long seed) {
        return Math.floorMod((seed + "#" + id).hashCode(), 3) > 0
                ? Set.of()
                : plan.byId().get(id).waitsFor().stream()
                        .filter(needed -> plan.byId().get(needed).makesRelation())
                        .collect(Collectors.toSet());
    }

    private static Map<ResourceId, String> wrong(DrawnRun drawn) {
        var wrong = new HashMap<ResourceId, String>();
        drawn.failed().forEach(id -> wrong.put(id, "failed"));
        drawn.skipped().keySet().forEach(id -> wrong.put(id, "skipped"));
        // a test that did not run speaks for nobody
        drawn.plan().nodes().stream()
                .filter(node -> wrong.containsKey(node.id()))
                .forEach(node -> node.subjects().forEach(subject -> wrong.putIfAbsent(subject, "test failed")));
        return wrong;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatPassesRestsOnWhatPassesAndGroupsPassWhole(long seed) {
        DrawnRun drawn = new DrawnRun(seed).run(3);
        var gate = new Gate(drawn.plan(), id -> group(id, seed), id -> window(drawn.plan(), id, seed));
        var decision = gate.decide(wrong(drawn), new TreeSet<>());
        sound(drawn, gate, decision.passes(), seed);
        Set<ResourceId> relations =
                drawn.plan().relations().map(PlannedNode::id).collect(Collectors.toCollection(TreeSet::new));
        relations.removeAll(decision.passes());
        relations.forEach(id -> assertTrue(decision.held().containsKey(id), "held without a reason"));
        // nothing is held for nothing: whoever could pass does
        for (ResourceId id : relations) {
            boolean reason = wrong(drawn).containsKey(id)
                    || drawn.plan().byId().get(id).waitsFor().stream().anyMatch(decision.held()::containsKey)
                    || group(id, seed)
                            .map(group -> relations.stream()
                                    .anyMatch(other -> !other.equals(id)
                                            && group(other, seed).equals(Optional.of(group))))
                            .orElse(false)
                    || relations.stream()
                            .anyMatch(view -> window(drawn.plan(), view, seed).contains(id));
            assertTrue(reason, () -> id + " could have passed");
        }
    }

    private static void sound(DrawnRun drawn, Gate gate, Set<ResourceId> seen, long seed) {
        for (ResourceId id : seen) {
            assertFalse(wrong(drawn).containsKey(id));
            for (ResourceId needed : drawn.plan().byId().get(id).waitsFor()) {
                assertTrue(
                        gate.isRelation(needed)
                                ? seen.contains(needed)
                                : drawn.well().contains(needed));
            }
            drawn.plan()
                    .relations()
                    .map(PlannedNode::id)
                    .filter(view -> window(drawn.plan(), view, seed).contains(id))
                    .forEach(view -> assertTrue(seen.contains(view), "a view shows what it was not tested with"));
            group(id, seed)
                    .ifPresent(group -> drawn.plan()
                            .relations()
                            .map(PlannedNode::id)
                            .filter(other -> group(other, seed).equals(Optional.of(group)))
                            .forEach(other -> assertTrue(seen.contains(other), "half a group is seen")));
        }
    }

    /** At each moment of a run, not only at its end. */
    @ParameterizedTest
    @MethodSource("seeds")
    void cutsInTheMiddleKeepTheSameLaws(long seed) {
        var drawn = new DrawnRun(seed).run(2);
        var gate = new Gate(drawn.plan(), id -> group(id, seed), id -> window(drawn.plan(), id, seed));
        var due = new CutTriggers(drawn.plan(), gate, seed % 2 == 0 ? PublishMode.EACH : PublishMode.PASSING);
        var seen = new TreeSet<ResourceId>();
        for (PlannedNode node : drawn.plan().nodes()) {
            if (drawn.well().contains(node.id())) {
                var open = new ArrayList<>(due.heard(node.id()));
                while (!open.isEmpty()) {
                    CutTriggers.Portion portion = open.removeFirst();
                    seen.addAll(portion.nodes());
                    sound(drawn, gate, seen, seed);
                    open.addAll(due.published(portion.nodes()));
                }
            }
        }
        var last = gate.decide(wrong(drawn), seen);
        last.held().keySet().forEach(id -> assertFalse(seen.contains(id), "seen and yet held"));
        sound(drawn, gate, union(seen, last.passes()), seed);
    }

    private static Set<ResourceId> union(Set<ResourceId> some, Set<ResourceId> others) {
        var all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }
}

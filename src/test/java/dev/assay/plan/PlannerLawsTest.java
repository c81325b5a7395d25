package dev.assay.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.manifest.DataTest;
import dev.assay.manifest.ResourceId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every plan, whatever the project and the selection. */
class PlannerLawsTest {

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("assay.seeds", 60));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatANodeNeedsComesBeforeIt(long seed) {
        Plan plan = RandomProject.of(seed, 40, 40, 12).plan();
        var done = new HashSet<ResourceId>();
        plan.nodes().forEach(node -> {
            assertTrue(done.containsAll(node.waitsFor()), () -> node + " comes too early");
            assertTrue(done.add(node.id()), () -> node + " comes twice");
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsChosenIsPlannedOnce(long seed) {
        RandomProject project = RandomProject.of(seed, 40, 40, 12);
        Plan plan = project.plan();
        Set<ResourceId> wanted = project.chosen().stream()
                .filter(id -> project.manifest().get(id) instanceof DataTest
                        || !project.manifest().isInlined(id))
                .collect(Collectors.toCollection(TreeSet::new));
        var planned = new TreeSet<ResourceId>();
        plan.nodes().forEach(node -> {
            assertTrue(planned.add(node.id()));
            node.tests().forEach(test -> assertTrue(planned.add(test)));
        });
        assertEquals(wanted, planned);
    }

    /** Waiting is followed through nodes that were not chosen, and through ephemeral ones. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aNodeWaitsForAllPlannedNodesAboveIt(long seed) {
        RandomProject project = RandomProject.of(seed, 40, 40, 12);
        Plan plan = project.plan();
        Map<ResourceId, Set<ResourceId>> before = before(plan);
        plan.relations().map(PlannedNode::id).forEach(id -> {
            var above = new TreeSet<>(project.graph().ancestors(Set.of(id)));
            above.removeIf(ancestor -> !plan.byId().containsKey(ancestor));
            var waits = new TreeSet<>(before.get(id));
            waits.removeIf(other -> !plan.byId().get(other).makesRelation());
            assertEquals(above, waits, id::toString);
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTestWaitsForAllItSpeaksOfAndARequiredOneBlocksThoseThatNeedAllOfIt(long seed) {
        RandomProject project = RandomProject.of(seed, 30, 40, 10);
        Plan plan = project.plan();
        Map<ResourceId, Set<ResourceId>> before = before(plan);
        plan.nodes().stream().filter(node -> !node.makesRelation()).forEach(test -> {
            Set<ResourceId> speaksOf = project.reads(test.id());
            var here = new TreeSet<>(speaksOf);
            here.removeIf(id -> !plan.byId().containsKey(id));
            boolean isRequired = ((DataTest) project.manifest().get(test.id())).isRequired();
            var inlining = new TreeSet<>(project.inlining(test.id()));
            inlining.retainAll(plan.byId().keySet());
            var subjects = new TreeSet<>(here);
            subjects.addAll(inlining);
            assertEquals(isRequired ? subjects : Set.of(), test.subjects());
            assertEquals(here, test.waitsFor());
            // a test of nothing that is built here waits for nothing, and blocks what needs all of it
            Set<ResourceId> all = here.isEmpty() ? speaksOf : here;
            plan.relations().map(PlannedNode::id).forEach(id -> {
                Set<ResourceId> above = new TreeSet<>(project.graph().ancestors(Set.of(id)));
                boolean needsAll = isRequired && !all.isEmpty() && above.containsAll(all);
                above.add(id);
                boolean takesIn = isRequired && all.isEmpty() && above.stream().anyMatch(inlining::contains);
                assertEquals(needsAll || takesIn, before.get(id).contains(test.id()), () -> id + " and " + test);
            });
        });
    }

    /** It runs before them, or they are built before and held by it. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aRequiredTestOfAnEphemeralModelHoldsAllThatInlineIt(long seed) {
        RandomProject project = RandomProject.of(seed, 30, 40, 10);
        Plan plan = project.plan();
        Map<ResourceId, Set<ResourceId>> before = before(plan);
        project.manifest().all(DataTest.class).filter(DataTest::isRequired).forEach(test -> {
            Set<ResourceId> inlining = project.inlining(test.id());
            inlining.retainAll(plan.byId().keySet());
            plan.nodes().stream()
                    .filter(node -> node.id().equals(test.id()))
                    .forEach(node -> assertTrue(node.subjects().containsAll(inlining), node::toString));
            plan.relations()
                    .filter(node -> node.tests().contains(test.id()))
                    .forEach(node -> inlining.stream()
                            .filter(id -> !id.equals(node.id()))
                            .forEach(id -> assertTrue(before.get(id).contains(node.id()), id::toString)));
        });
    }

    /** A test of one built node alone runs right after it. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aTestOfOneNodeIsThatNodes(long seed) {
        RandomProject project = RandomProject.of(seed, 30, 40, 10);
        Plan plan = project.plan();
        plan.relations()
                .forEach(node -> node.tests().forEach(test -> {
                    var here = new TreeSet<>(project.reads(test));
                    here.removeIf(id -> !plan.byId().containsKey(id));
                    assertEquals(Set.of(node.id()), here);
                }));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoHasMoreBehindItIsWorthMore(long seed) {
        Plan plan = RandomProject.of(seed, 40, 40, 12).plan();
        Map<ResourceId, PlannedNode> nodes = plan.byId();
        nodes.values()
                .forEach(node -> node.waitsFor()
                        .forEach(needed -> assertTrue(nodes.get(needed).remaining() > node.remaining())));
    }

    /** For each planned node all that has to end before it starts. */
    static Map<ResourceId, Set<ResourceId>> before(Plan plan) {
        var before = new HashMap<ResourceId, Set<ResourceId>>();
        plan.nodes().forEach(node -> {
            var all = new HashSet<>(node.waitsFor());
            node.waitsFor().forEach(needed -> all.addAll(before.get(needed)));
            before.put(node.id(), all);
        });
        return before;
    }
}

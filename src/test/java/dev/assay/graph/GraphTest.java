package dev.assay.graph;

import static dev.assay.manifest.SmallProject.modelId;
import static dev.assay.manifest.SmallProject.testId;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.manifest.ResourceId;
import dev.assay.manifest.SmallProject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GraphTest {

    private static final ResourceId A = modelId("a");
    private static final ResourceId B = modelId("b");
    private static final ResourceId C = modelId("c");
    private static final ResourceId D = modelId("d");
    private static final ResourceId E = modelId("e");

    /** e needs d and c, d needs b, c and b need a; a test looks at d and c. */
    private final Graph diamond = sound(new SmallProject()
            .model("a")
            .model("b", "a")
            .model("c", "a")
            .model("d", "b")
            .model("e", "d", "c")
            .test("relationships", "d_in_c", "d", "c"));

    @Test
    void knowsWhoNeedsWhom() {
        assertEquals(List.of(C, D), diamond.parents(E));
        assertEquals(List.of(E, testId("d_in_c")), diamond.children(C));
        assertEquals(Set.of(A, B, C, D), diamond.ancestors(List.of(E)));
        assertEquals(Set.of(C, D), diamond.ancestors(List.of(E), 1));
        assertEquals(Set.of(A, B, C, D), diamond.ancestors(List.of(E), 2), "a is two edges away by way of c");
        assertEquals(Set.of(), diamond.ancestors(List.of(E), 0));
        assertEquals(Set.of(D, E, testId("d_in_c")), diamond.descendants(List.of(B)));
        assertEquals(Set.of(D), diamond.descendants(List.of(B), 1));
        assertEquals(Set.of(A, B), diamond.ancestors(List.of(D, C)), "without the nodes themselves");
    }

    @Test
    void ordersByNeedThenById() {
        assertEquals(List.of(A, B, C, D, E, testId("d_in_c")), diamond.order());
        Graph late = sound(new SmallProject().model("a", "z").model("b").model("z"));
        assertEquals(List.of(B, modelId("z"), A), late.order());
    }

    @Test
    void knowsDepthAndRemainingWork() {
        assertEquals(Map.of(A, 0, B, 1, C, 1, D, 2, E, 3, testId("d_in_c"), 3), diamond.depths());
        Map<ResourceId, Long> weights = Map.of(A, 1L, B, 10L, C, 100L, D, 2L, E, 5L, testId("d_in_c"), 7L);
        assertEquals(
                Map.of(A, 108L, B, 19L, C, 107L, D, 9L, E, 5L, testId("d_in_c"), 7L), diamond.remaining(weights::get));
    }

    @Test
    void aChosenNodeWaitsThroughTheOnesNotChosen() {
        assertEquals(Map.of(A, List.of(), E, List.of(A)), diamond.needsWithin(Set.of(A, E)));
        assertEquals(
                Map.of(A, List.of(), B, List.of(A), E, List.of(B)),
                diamond.needsWithin(Set.of(A, B, E)),
                "a is waited for by way of b");
        assertEquals(diamond.parents(E), diamond.needsWithin(diamond.nodes()).get(E));
        assertEquals(
                List.of(A, E), List.copyOf(diamond.needsWithin(Set.of(E, A)).keySet()), "in order");
    }

    @Test
    void aTestNeedsWhatItTestsEvenWhenNothingRefersToIt() {
        Graph graph = sound(new SmallProject().model("a").test("unique", "unique_a", "a"));
        assertEquals(List.of(A), graph.parents(testId("unique_a")));
    }

    @Test
    void aChainOfTenThousandIsNoAdventure() {
        var chain = new SmallProject().model("m0");
        for (int i = 1; i < 10_000; i++) {
            chain.model("m" + i, "m" + (i - 1));
        }
        Graph graph = sound(chain);
        ResourceId last = modelId("m9999");
        assertEquals(last, graph.order().getLast());
        assertEquals(9_999, graph.ancestors(List.of(last)).size());
        assertEquals(9_999, graph.depths().get(last));
        assertEquals(10_000, graph.remaining(id -> 1).get(modelId("m0")));
        assertEquals(
                List.of(modelId("m0")),
                graph.needsWithin(Set.of(modelId("m0"), last)).get(last));
    }

    @Test
    void setsJoinAndCutInTheOrderOfIds() {
        NodeSet low = diamond.set(List.of(C, A, B));
        NodeSet high = diamond.set(List.of(E, C));
        assertEquals(List.of(A, B, C), List.copyOf(low));
        assertEquals(Set.of(A, B, C, E), low.union(high));
        assertEquals(Set.of(C), low.intersection(high));
        assertEquals(Set.of(A, B), low.minus(high));
        assertEquals(Set.of(B), low.where(B::equals));
        assertTrue(low.contains(A));
        assertFalse(low.contains(E));
        assertFalse(low.contains(modelId("unheard_of")));
        assertEquals(3, low.size(), "the operations changed nothing");
    }

    @Test
    void anOrderRespectsEveryEdgeAndWaitingAgreesWithAncestry() {
        for (int seed = 0; seed < 40; seed++) {
            var random = new Random(seed);
            Graph graph = sound(randomProject(random, 40));
            var places = new HashMap<ResourceId, Integer>();
            graph.order().forEach(id -> places.put(id, places.size()));
            for (ResourceId id : graph.nodes()) {
                graph.parents(id).forEach(parent -> assertTrue(places.get(parent) < places.get(id)));
            }
            NodeSet chosen = graph.nodes().where(id -> random.nextInt(3) == 0);
            assertWaitsForAllChosenAncestors(graph, chosen);
        }
    }

    private static void assertWaitsForAllChosenAncestors(Graph graph, NodeSet chosen) {
        Map<ResourceId, List<ResourceId>> needs = graph.needsWithin(chosen);
        assertEquals(chosen, needs.keySet());
        for (ResourceId id : chosen) {
            assertEquals(
                    graph.ancestors(List.of(id)).intersection(chosen), closure(needs, needs.get(id)), () -> "of " + id);
        }
    }

    private static Set<ResourceId> closure(Map<ResourceId, List<ResourceId>> needs, Collection<ResourceId> from) {
        var all = new HashSet<ResourceId>(from);
        var open = new ArrayList<>(from);
        while (!open.isEmpty()) {
            needs.get(open.removeLast()).stream().filter(all::add).forEach(open::add);
        }
        return all;
    }

    private static SmallProject randomProject(Random random, int size) {
        var project = new SmallProject();
        for (int i = 0; i < size; i++) {
            int self = i;
            // Names run against the order of needs, so that an order by name alone would be wrong.
            String[] needs = IntStream.range(0, i == 0 ? 0 : random.nextInt(4))
                    .map(none -> random.nextInt(self))
                    .distinct()
                    .mapToObj(parent -> "m" + (1000 - parent))
                    .toArray(String[]::new);
            project.model("m" + (1000 - i), needs);
        }
        return project;
    }

    private static Graph sound(SmallProject project) {
        return assertInstanceOf(Graph.Made.Sound.class, Graph.of(project.manifest()))
                .graph();
    }
}

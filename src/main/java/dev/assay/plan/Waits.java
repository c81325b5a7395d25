package dev.assay.plan;

import dev.assay.graph.Graph;
import dev.assay.manifest.ResourceId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Who waits for whom in a plan. A node waits for what it needs; a test that stands alone waits for its subjects; and a
 * node that needs all that a required test reads waits for that test, so that nothing is built on what was found wrong. A
 * test of an ephemeral model that reads nothing has only those to wait for it that inline the model.
 *
 * <p>Thousands of tests look through thousands of nodes here, so nodes are numbers: their places in the graph's order.
 */
final class Waits {

    private final Graph graph;
    private final List<ResourceId> order;
    private final Map<ResourceId, Integer> numbers = new HashMap<>();
    private final BitSet built = new BitSet();
    private final Map<ResourceId, SortedSet<ResourceId>> waits = new HashMap<>();
    private final Map<SortedSet<ResourceId>, List<ResourceId>> blocked = new HashMap<>();
    private final Map<Integer, Integer> subjects = new HashMap<>();
    private final Predicate<ResourceId> isRequired;
    private final int[][] children;
    private final BitSet[] subjectsAbove;

    private Waits(
            Graph graph,
            SortedSet<ResourceId> built,
            Map<ResourceId, TestSubjects> standing,
            Predicate<ResourceId> isRequired) {
        this.graph = graph;
        this.isRequired = isRequired;
        this.order = graph.order();
        order.forEach(id -> numbers.put(id, numbers.size()));
        built.forEach(id -> this.built.set(numbers.get(id)));
        graph.needsWithin(built).forEach((id, needed) -> waits.put(id, new TreeSet<>(needed)));
        standing.values()
                .forEach(some -> some.read().forEach(id -> subjects.putIfAbsent(numbers.get(id), subjects.size())));
        this.children = new int[order.size()][];
        this.subjectsAbove = new BitSet[order.size()];
        if (!subjects.isEmpty()) {
            lookUpwards();
        }
    }

    /**
     * @param standing tests that stand alone, with their subjects
     * @param isRequired whether what needs all subjects of a test has to wait for it
     */
    static Map<ResourceId, SortedSet<ResourceId>> of(
            Graph graph,
            SortedSet<ResourceId> built,
            Map<ResourceId, TestSubjects> standing,
            Predicate<ResourceId> isRequired) {
        var waits = new Waits(graph, built, standing, isRequired);
        standing.forEach(waits::place);
        return waits.waits;
    }

    /** For every node, which subjects of tests are among its ancestors or itself. */
    private void lookUpwards() {
        for (int node = 0; node < children.length; node++) {
            ResourceId id = order.get(node);
            children[node] = graph.children(id).stream().mapToInt(numbers::get).toArray();
            if (children[node].length > 0 || built.get(node)) {
                var above = new BitSet(subjects.size());
                graph.parents(id).forEach(parent -> above.or(subjectsAbove[numbers.get(parent)]));
                Integer subject = subjects.get(node);
                if (subject != null) {
                    above.set(subject);
                }
                subjectsAbove[node] = above;
            }
        }
    }

    private void place(ResourceId test, TestSubjects ofTest) {
        SortedSet<ResourceId> read = ofTest.read();
        var waitsFor = new TreeSet<>(read);
        waitsFor.removeIf(id -> !built.get(numbers.get(id)));
        waits.put(test, waitsFor);
        if (isRequired.test(test)) {
            // The test may itself wait for a relation that inlines its model and needs less than the test reads.
            Collection<ResourceId> waiting =
                    read.isEmpty() ? ofTest.inlining() : blocked.computeIfAbsent(read, this::firstThatNeedAll);
            waiting.forEach(
                    id -> waits.computeIfAbsent(id, any -> new TreeSet<>()).add(test));
        }
    }

    /**
     * The built nodes that need all subjects, without those that wait for one of them anyway. They stand behind every
     * subject, so looking behind the last one finds them all.
     */
    private List<ResourceId> firstThatNeedAll(SortedSet<ResourceId> speaksOf) {
        int[] nodes = speaksOf.stream().mapToInt(numbers::get).toArray();
        int[] all = Arrays.stream(nodes).map(subjects::get).toArray();
        var found = new BitSet();
        var seen = new BitSet();
        var open = new BitSet();
        open.set(Arrays.stream(nodes).max().orElseThrow());
        // Children have higher numbers than their parents: one walk upwards meets everything.
        for (int node = open.nextSetBit(0); node >= 0; node = open.nextSetBit(node + 1)) {
            for (int child : children[node]) {
                if (!seen.get(child) && subjectsAbove[child] != null) {
                    seen.set(child);
                    boolean needsAll = built.get(child) && containsAll(subjectsAbove[child], all);
                    (needsAll ? found : open).set(child);
                }
            }
        }
        return found.stream().mapToObj(order::get).toList();
    }

    private static boolean containsAll(BitSet above, int[] all) {
        return Arrays.stream(all).allMatch(above::get);
    }
}

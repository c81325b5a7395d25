package dev.assay.plan;

import dev.assay.graph.Graph;
import dev.assay.manifest.ResourceId;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who waits for whom in a plan. A node waits for what it needs; a test that stands alone waits for its subjects; and a
 * node that needs all subjects of a test waits for that test, so that nothing is built on what was found wrong.
 */
final class Waits {

    private final Graph graph;
    private final SortedSet<ResourceId> built;
    private final Map<ResourceId, SortedSet<ResourceId>> waits = new HashMap<>();
    private final Map<ResourceId, Integer> subjectNumbers = new HashMap<>();
    private final Map<ResourceId, BitSet> subjectsAbove = new HashMap<>();

    private Waits(Graph graph, SortedSet<ResourceId> built) {
        this.graph = graph;
        this.built = built;
    }

    /**
     * @param standing tests that stand alone, with their subjects
     */
    static Map<ResourceId, SortedSet<ResourceId>> of(
            Graph graph, SortedSet<ResourceId> built, Map<ResourceId, SortedSet<ResourceId>> standing) {
        var waits = new Waits(graph, built);
        graph.needsWithin(built).forEach((id, needed) -> waits.waits.put(id, new TreeSet<>(needed)));
        standing.values()
                .forEach(subjects ->
                        subjects.forEach(id -> waits.subjectNumbers.putIfAbsent(id, waits.subjectNumbers.size())));
        if (!waits.subjectNumbers.isEmpty()) {
            waits.lookUpwards();
        }
        standing.forEach(waits::place);
        return waits.waits;
    }

    /** For every resource, which subjects of tests are among its ancestors or itself. */
    private void lookUpwards() {
        for (ResourceId id : graph.order()) {
            var above = new BitSet();
            graph.parents(id).forEach(parent -> above.or(subjectsAbove.getOrDefault(parent, new BitSet())));
            Integer number = subjectNumbers.get(id);
            if (number != null) {
                above.set(number);
            }
            subjectsAbove.put(id, above);
        }
    }

    private void place(ResourceId test, SortedSet<ResourceId> subjects) {
        var waitsFor = new TreeSet<>(subjects);
        waitsFor.retainAll(built);
        waits.put(test, waitsFor);
        var all = new BitSet();
        subjects.forEach(subject -> all.set(subjectNumbers.get(subject)));
        if (all.isEmpty()) {
            return;
        }
        var open = new ArrayDeque<ResourceId>(subjects);
        var seen = new HashSet<ResourceId>(subjects);
        while (!open.isEmpty()) {
            for (ResourceId child : graph.children(open.pop())) {
                if (seen.add(child)) {
                    boolean needsAll = contains(subjectsAbove.get(child), all);
                    if (needsAll && built.contains(child)) {
                        waits.computeIfAbsent(child, id -> new TreeSet<>()).add(test);
                    } else {
                        open.push(child);
                    }
                }
            }
        }
    }

    private static boolean contains(BitSet outer, BitSet inner) {
        var missing = (BitSet) inner.clone();
        missing.andNot(outer);
        return missing.isEmpty();
    }
}

package dev.assay.plan;

import dev.assay.graph.Graph;
import dev.assay.manifest.ResourceId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
    private final Map<ResourceId, Integer> positions = new HashMap<>();
    private final Map<SortedSet<ResourceId>, List<ResourceId>> blocked = new HashMap<>();

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
            positions.put(id, positions.size());
        }
    }

    private void place(ResourceId test, SortedSet<ResourceId> subjects) {
        var waitsFor = new TreeSet<>(subjects);
        waitsFor.retainAll(built);
        waits.put(test, waitsFor);
        if (!subjects.isEmpty()) {
            blocked.computeIfAbsent(subjects, this::firstThatNeedAll)
                    .forEach(id ->
                            waits.computeIfAbsent(id, any -> new TreeSet<>()).add(test));
        }
    }

    /**
     * The built nodes that need all subjects, without those that wait for one of them anyway. They stand behind every
     * subject, so looking behind the last one finds them all.
     */
    private List<ResourceId> firstThatNeedAll(SortedSet<ResourceId> subjects) {
        int[] numbers = subjects.stream().mapToInt(subjectNumbers::get).toArray();
        ResourceId last =
                subjects.stream().max(Comparator.comparingInt(positions::get)).orElseThrow();
        var found = new ArrayList<ResourceId>();
        var open = new ArrayDeque<ResourceId>(List.of(last));
        var seen = new HashSet<ResourceId>(subjects);
        while (!open.isEmpty()) {
            for (ResourceId child : graph.children(open.pop())) {
                if (seen.add(child)) {
                    boolean needsAll = containsAll(subjectsAbove.get(child), numbers);
                    if (needsAll && built.contains(child)) {
                        found.add(child);
                    } else {
                        open.push(child);
                    }
                }
            }
        }
        return found;
    }

    private static boolean containsAll(BitSet above, int[] numbers) {
        return Arrays.stream(numbers).allMatch(above::get);
    }
}

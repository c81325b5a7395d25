package dev.assay.graph;

import dev.assay.manifest.DataTest;
import dev.assay.manifest.Reference;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;

/**
 * Who needs whom, by number; each row is sorted and without repetition.
 *
 * <p>Plain arrays and not a library's graph: the same graph of 30,000 nodes and 45,000 edges took jgrapht 300 ms in a
 * process that had just started, and this 30 ms. jgrapht is asked where it knows more than we do: in {@link Circles}.
 */
final class Edges {

    private final int[][] parents;
    private final int[][] children;

    private Edges(int[][] parents, int[][] children) {
        this.parents = parents;
        this.children = children;
    }

    /** @param resources the nodes, each at its number */
    static Edges of(List<Resource> resources, Numbering numbering) {
        var parents = new int[resources.size()][];
        var counts = new int[resources.size()];
        for (int node = 0; node < parents.length; node++) {
            parents[node] = needs(resources.get(node), numbering);
            for (int parent : parents[node]) {
                counts[parent]++;
            }
        }
        return new Edges(parents, turned(parents, counts));
    }

    int[][] parents() {
        return parents;
    }

    int[][] children() {
        return children;
    }

    private static int[] needs(Resource resource, Numbering numbering) {
        var needs = new int[resource.references().size() + 1];
        int count = 0;
        for (Reference reference : resource.references()) {
            count = add(reference.target(), numbering, needs, count);
        }
        // A test needs what it tests, whether its arguments say so or not.
        if (resource instanceof DataTest test) {
            count = add(test.generic().map(DataTest.Generic::of), numbering, needs, count);
        }
        return sortedWithoutRepetition(needs, count);
    }

    private static int add(Optional<ResourceId> need, Numbering numbering, int[] needs, int count) {
        OptionalInt number = need.map(numbering::find).orElse(OptionalInt.empty());
        if (number.isEmpty()) {
            return count;
        }
        needs[count] = number.getAsInt();
        return count + 1;
    }

    private static int[] sortedWithoutRepetition(int[] numbers, int count) {
        Arrays.sort(numbers, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (kept == 0 || numbers[i] != numbers[kept - 1]) {
                numbers[kept++] = numbers[i];
            }
        }
        return Arrays.copyOf(numbers, kept);
    }

    private static int[][] turned(int[][] parents, int[] counts) {
        var children = new int[parents.length][];
        Arrays.setAll(children, node -> new int[counts[node]]);
        var filled = new int[parents.length];
        for (int node = 0; node < parents.length; node++) {
            for (int parent : parents[node]) {
                children[parent][filled[parent]++] = node;
            }
        }
        return children;
    }

    /** Every node after all that it needs, by id among equals. Nodes in a circle, and all after them, are missing. */
    int[] order() {
        var open = new int[parents.length];
        var ready = new PriorityQueue<Integer>();
        for (int node = 0; node < open.length; node++) {
            open[node] = parents[node].length;
            if (open[node] == 0) {
                ready.add(node);
            }
        }
        var order = new int[open.length];
        int count = 0;
        while (!ready.isEmpty()) {
            int node = ready.remove();
            order[count++] = node;
            for (int child : children[node]) {
                if (--open[child] == 0) {
                    ready.add(child);
                }
            }
        }
        return Arrays.copyOf(order, count);
    }
}

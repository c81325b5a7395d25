package dev.assay.graph;

import java.util.Arrays;
import java.util.BitSet;

/**
 * For the chosen nodes of a graph, which chosen ones each has to wait for: a need that leads through nodes that were not
 * chosen is a need all the same.
 */
final class Waiting {

    private final Edges edges;
    private final BitSet chosen;
    /** For a chosen node what it waits for; for another one what whoever needs it waits for. */
    private final int[][] waits;

    Waiting(Edges edges, int[] order, BitSet chosen) {
        this.edges = edges;
        this.chosen = chosen;
        this.waits = new int[order.length][];
        for (int node : order) {
            waits[node] = of(node);
        }
    }

    int[] of(int node) {
        if (waits[node] != null) {
            return waits[node];
        }
        int[] parents = edges.parents()[node];
        if (Arrays.stream(parents).allMatch(chosen::get)) {
            return parents;
        }
        if (parents.length == 1) {
            return waits[parents[0]];
        }
        var found = new BitSet();
        for (int parent : parents) {
            if (chosen.get(parent)) {
                found.set(parent);
            } else {
                Arrays.stream(waits[parent]).forEach(found::set);
            }
        }
        return withoutRedundant(found);
    }

    // Whom another one of them waits for in any case need not be named; that keeps rows short in layered projects.
    private int[] withoutRedundant(BitSet found) {
        var implied = new BitSet();
        found.stream().forEach(node -> Arrays.stream(waits[node]).forEach(implied::set));
        found.andNot(implied);
        return found.stream().toArray();
    }
}

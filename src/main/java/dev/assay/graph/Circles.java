package dev.assay.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;

/** Finds the knots of a graph, sets of nodes that all need each other, and a shortest circle in each. */
final class Circles {

    /** @param circle nodes of which each needs the next, and the last one the first; begins with the smallest */
    record Knot(List<Integer> members, List<Integer> circle) {}

    private final int[][] parents;
    private final int[][] children;

    Circles(Edges edges) {
        this.parents = edges.parents();
        this.children = edges.children();
    }

    /** @param settled the nodes that a topological order reached: they are in no circle */
    List<Knot> find(int[] settled) {
        var rest = new BitSet(parents.length);
        rest.set(0, parents.length);
        Arrays.stream(settled).forEach(rest::clear);
        var graph = new DefaultDirectedGraph<Integer, DefaultEdge>(DefaultEdge.class);
        rest.stream().forEach(graph::addVertex);
        rest.stream()
                .forEach(node ->
                        Arrays.stream(parents[node]).filter(rest::get).forEach(parent -> graph.addEdge(node, parent)));
        return new KosarajuStrongConnectivityInspector<>(graph)
                .stronglyConnectedSets().stream()
                        .map(Circles::members)
                        .filter(this::isKnot)
                        .sorted((one, other) -> Integer.compare(one.nextSetBit(0), other.nextSetBit(0)))
                        .map(members -> new Knot(
                                members.stream().boxed().toList(),
                                Arrays.stream(shortest(members)).boxed().toList()))
                        .toList();
    }

    private static BitSet members(Set<Integer> component) {
        var members = new BitSet();
        component.forEach(members::set);
        return members;
    }

    private boolean isKnot(BitSet members) {
        return members.cardinality() > 1 || needsItself(members.nextSetBit(0));
    }

    private boolean needsItself(int node) {
        return Arrays.binarySearch(parents[node], node) >= 0;
    }

    private int[] shortest(BitSet members) {
        var left = (BitSet) members.clone();
        int[] best = new int[0];
        for (int start = left.nextSetBit(0); start >= 0 && best.length != 1; start = left.nextSetBit(start + 1)) {
            int[] circle = through(start, left, best.length == 0 ? Integer.MAX_VALUE : best.length - 1);
            best = circle.length > 0 ? circle : best;
            remove(start, left);
        }
        return turnedToSmallest(best);
    }

    /** All circles through a node are known once it was a start; nodes that led to it alone are in no other circle. */
    private void remove(int known, BitSet left) {
        var open = new ArrayDeque<Integer>(List.of(known));
        left.clear(known);
        while (!open.isEmpty()) {
            for (int parent : parents[open.remove()]) {
                if (left.get(parent) && Arrays.stream(children[parent]).noneMatch(left::get)) {
                    left.clear(parent);
                    open.add(parent);
                }
            }
        }
    }

    /** A shortest circle through the node, level by level; empty when it would be longer than allowed. */
    private int[] through(int start, BitSet members, int longest) {
        var cameFrom = new HashMap<Integer, Integer>();
        var level = List.of(start);
        for (int length = 1; length <= longest && !level.isEmpty(); length++) {
            var next = new ArrayList<Integer>();
            for (int node : level) {
                for (int parent : parents[node]) {
                    if (parent == start) {
                        return path(node, cameFrom);
                    }
                    if (members.get(parent) && cameFrom.putIfAbsent(parent, node) == null) {
                        next.add(parent);
                    }
                }
            }
            level = next;
        }
        return new int[0];
    }

    private static int[] path(int end, Map<Integer, Integer> cameFrom) {
        var nodes = new ArrayList<Integer>();
        for (Integer node = end; node != null; node = cameFrom.get(node)) {
            nodes.add(node);
        }
        return nodes.reversed().stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] turnedToSmallest(int[] circle) {
        int smallest = Arrays.stream(circle).min().orElseThrow();
        int at = 0;
        while (circle[at] != smallest) {
            at++;
        }
        var turned = new int[circle.length];
        for (int i = 0; i < circle.length; i++) {
            turned[i] = circle[(at + i) % circle.length];
        }
        return turned;
    }
}

package dev.assay.graph;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Exposure;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Node;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Who needs whom: nodes, sources and exposures. A graph that exists has no circle: making it is where circles are refused.
 *
 * <p>Nothing here calls itself, so a chain may be as long as it likes; all answers come in the same order every time.
 */
public final class Graph {

    /** The result of making a graph: the graph, or every circle in it with the place of each edge. */
    public sealed interface Made {

        record Sound(Graph graph) implements Made {}

        record Circular(List<Diagnostic> circles) implements Made {

            public Circular {
                circles = List.copyOf(circles);
            }
        }
    }

    private final Numbering numbering;
    private final Edges edges;
    private final int[] order;

    private Graph(Numbering numbering, Edges edges, int[] order) {
        this.numbering = numbering;
        this.edges = edges;
        this.order = order;
    }

    public static Made of(Manifest manifest) {
        var members = new ArrayList<Resource>(manifest.resources().size());
        for (Resource resource : manifest.resources().values()) {
            if (resource instanceof Node || resource instanceof Source || resource instanceof Exposure) {
                members.add(resource);
            }
        }
        var numbering = new Numbering(members.stream().map(Resource::id).toList());
        Edges edges = Edges.of(members, numbering);
        int[] order = edges.order();
        if (order.length == numbering.size()) {
            return new Made.Sound(new Graph(numbering, edges, order));
        }
        var message = new CircleMessage(manifest);
        return new Made.Circular(new Circles(edges)
                .find(order).stream()
                        .map(knot -> message.of(ids(numbering, knot.circle()), ids(numbering, knot.members())))
                        .toList());
    }

    /** All nodes, by id. */
    public NodeSet nodes() {
        var all = new BitSet(numbering.size());
        all.set(0, numbering.size());
        return new NodeSet(numbering, all);
    }

    /** These nodes as a set that can be joined and cut; each of them has to be in the graph. */
    public NodeSet set(Collection<ResourceId> ids) {
        return new NodeSet(numbering, bits(ids));
    }

    public boolean contains(ResourceId id) {
        return numbering.find(id).isPresent();
    }

    /** What the node needs directly, by id. */
    public List<ResourceId> parents(ResourceId id) {
        return numbering.ids(edges.parents()[numbering.number(id)]);
    }

    /** Who needs the node directly, by id. */
    public List<ResourceId> children(ResourceId id) {
        return numbering.ids(edges.children()[numbering.number(id)]);
    }

    /** All that the given nodes need, directly or not, without the nodes themselves. */
    public NodeSet ancestors(Collection<ResourceId> ids) {
        return ancestors(ids, Integer.MAX_VALUE);
    }

    /** What the given nodes need over at most so many edges, without the nodes themselves. */
    public NodeSet ancestors(Collection<ResourceId> ids, int depth) {
        return reached(ids, depth, edges.parents());
    }

    /** All that need the given nodes, directly or not, without the nodes themselves. */
    public NodeSet descendants(Collection<ResourceId> ids) {
        return descendants(ids, Integer.MAX_VALUE);
    }

    /** What needs the given nodes over at most so many edges, without the nodes themselves. */
    public NodeSet descendants(Collection<ResourceId> ids, int depth) {
        return reached(ids, depth, edges.children());
    }

    /** Every node after all that it needs; by id where the needs leave a choice. */
    public List<ResourceId> order() {
        return numbering.ids(order);
    }

    /** How many edges the longest way down to each node has, in the order of {@link #order()}. */
    public Map<ResourceId, Integer> depths() {
        var depths = new int[order.length];
        var byId = LinkedHashMap.<ResourceId, Integer>newLinkedHashMap(order.length);
        for (int node : order) {
            for (int parent : edges.parents()[node]) {
                depths[node] = Math.max(depths[node], depths[parent] + 1);
            }
            byId.put(numbering.id(node), depths[node]);
        }
        return byId;
    }

    /** The weight of the heaviest way from each node to an end, its own included: who has most before it starts first. */
    public Map<ResourceId, Long> remaining(ToLongFunction<ResourceId> weight) {
        var heaviest = new long[order.length];
        var byId = LinkedHashMap.<ResourceId, Long>newLinkedHashMap(order.length);
        for (int i = order.length - 1; i >= 0; i--) {
            int node = order[i];
            for (int child : edges.children()[node]) {
                heaviest[node] = Math.max(heaviest[node], heaviest[child]);
            }
            heaviest[node] += weight.applyAsLong(numbering.id(node));
        }
        for (int node : order) {
            byId.put(numbering.id(node), heaviest[node]);
        }
        return byId;
    }

    /**
     * For each chosen node the chosen nodes that it has to wait for, directly or through nodes that were not chosen; in the
     * order of {@link #order()}.
     */
    public Map<ResourceId, List<ResourceId>> needsWithin(Collection<ResourceId> chosen) {
        BitSet wanted = bits(chosen);
        var waiting = new Waiting(edges, order, wanted);
        var needs = LinkedHashMap.<ResourceId, List<ResourceId>>newLinkedHashMap(chosen.size());
        for (int node : order) {
            if (wanted.get(node)) {
                needs.put(numbering.id(node), numbering.ids(waiting.of(node)));
            }
        }
        return needs;
    }

    private static List<ResourceId> ids(Numbering numbering, List<Integer> nodes) {
        return nodes.stream().map(numbering::id).toList();
    }

    private NodeSet reached(Collection<ResourceId> from, int depth, int[][] edgesOf) {
        BitSet starts = bits(from);
        BitSet seen = (BitSet) starts.clone();
        int[] level = starts.stream().toArray();
        for (int step = 0; step < depth && level.length > 0; step++) {
            level = Arrays.stream(level)
                    .flatMap(node -> Arrays.stream(edgesOf[node]))
                    .filter(next -> {
                        boolean isNew = !seen.get(next);
                        seen.set(next);
                        return isNew;
                    })
                    .toArray();
        }
        seen.andNot(starts);
        return new NodeSet(numbering, seen);
    }

    private BitSet bits(Collection<ResourceId> ids) {
        if (ids instanceof NodeSet set && set.isOf(numbering)) {
            return set.copy();
        }
        var bits = new BitSet(numbering.size());
        for (int number : numbering.numbers(ids)) {
            bits.set(number);
        }
        return bits;
    }
}

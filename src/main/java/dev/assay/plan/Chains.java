package dev.assay.plan;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.graph.Graph;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.facet.ViewLimits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Views that stand on views. An engine spells all of them out for whoever reads the last, and gives up, or ends with its
 * whole process, when there are too many: so they are counted before anything runs.
 */
public final class Chains {

    private final Manifest manifest;
    private final Graph graph;
    private final Map<ResourceId, Integer> depths = new HashMap<>();

    private Chains(Manifest manifest, Graph graph) {
        this.manifest = manifest;
        this.graph = graph;
        graph.order().stream().map(manifest::get).forEach(this::measure);
    }

    /** A problem for the end of each chain that is built and longer than the warehouse bears. */
    public static List<Diagnostic> tooDeep(Manifest manifest, Graph graph, Plan plan, Warehouse warehouse) {
        return warehouse
                .facet(ViewLimits.class)
                .map(limits -> tooDeep(manifest, graph, plan, limits.chain(), warehouse.label()))
                .orElse(List.of());
    }

    private static List<Diagnostic> tooDeep(Manifest manifest, Graph graph, Plan plan, int most, String label) {
        var chains = new Chains(manifest, graph);
        var deep = new HashSet<ResourceId>();
        plan.relations()
                .map(PlannedNode::id)
                .filter(id -> chains.depth(id) > most)
                .forEach(deep::add);
        return deep.stream()
                .filter(id -> chains.isEnd(id, deep))
                .sorted()
                .map(id -> chains.problem(id, most, label))
                .toList();
    }

    /** An ephemeral model is spelt out as a view is. */
    private void measure(Resource resource) {
        boolean spelt = resource instanceof Model model && (model.isInlined() || model.isView());
        depths.put(resource.id(), spelt ? 1 + depthBelow(resource.id()) : 0);
    }

    /** How many views whoever reads it reads through. */
    private int depth(ResourceId id) {
        return Math.max(depths.get(id), depthBelow(id));
    }

    private int depthBelow(ResourceId id) {
        return deepestBelow(id).map(depths::get).orElse(0);
    }

    private Optional<ResourceId> deepestBelow(ResourceId id) {
        return graph.parents(id).stream()
                .filter(depths::containsKey)
                .max(Comparator.comparing((ResourceId parent) -> depths.get(parent))
                        .thenComparing(Comparator.reverseOrder()));
    }

    /** Of a chain with all that reads it, one is told of: the last view, or what reads views that are not built here. */
    private boolean isEnd(ResourceId id, Set<ResourceId> deep) {
        return depths.get(id) > 0
                ? graph.children(id).stream().noneMatch(child -> deep.contains(child) && depths.get(child) > 0)
                : graph.parents(id).stream().noneMatch(deep::contains);
    }

    private Diagnostic problem(ResourceId end, int most, String label) {
        List<Relational> chain = chain(end);
        Relational last = chain.getFirst();
        Relational first = chain.getLast();
        return Diagnostic.error(
                        Code.CHAIN_TOO_DEEP,
                        last.place(),
                        chain.size() + " views stand on each other, " + label + " bears " + most)
                .label("the last of them is `" + last.name() + "`")
                .other(first.place(), "the first is `" + first.name() + "`")
                .help("make one in the middle a table: `"
                        + chain.get(chain.size() / 2).name() + "`, materialized=\"table\"");
    }

    /** From the end down to what stands on no view. */
    private List<Relational> chain(ResourceId end) {
        var chain = new ArrayList<Relational>();
        Optional<ResourceId> next = Optional.of(end);
        while (next.isPresent() && depth(next.get()) > 0) {
            if (depths.get(next.get()) > 0) {
                chain.add(manifest.relational(next.get()));
            }
            next = deepestBelow(next.get()).filter(id -> depths.get(id) > 0);
        }
        return chain;
    }
}

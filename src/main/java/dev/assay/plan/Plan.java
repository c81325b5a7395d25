package dev.assay.plan;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run will do.
 *
 * @param nodes in an order in which they could be done one after the other
 * @param after tests with {@code gate: after}: they run on what has become visible, and hold nothing back
 */
public record Plan(List<PlannedNode> nodes, List<PlannedNode> after, List<Diagnostic> warnings) {

    public Plan {
        nodes = List.copyOf(nodes);
        after = List.copyOf(after);
        warnings = List.copyOf(warnings);
    }

    public Map<ResourceId, PlannedNode> byId() {
        return nodes.stream().collect(Collectors.toMap(PlannedNode::id, Function.identity()));
    }

    /** The nodes that become candidates. */
    public Stream<PlannedNode> relations() {
        return nodes.stream().filter(PlannedNode::makesRelation);
    }

    /** Every node and every test that the run works on; a test of a node may be among them twice. */
    public Stream<ResourceId> ids() {
        Stream<ResourceId> tests = nodes.stream().flatMap(node -> node.tests().stream());
        return Stream.concat(
                tests, Stream.concat(nodes.stream(), after.stream()).map(PlannedNode::id));
    }

    public boolean makesRelations() {
        return relations().findAny().isPresent();
    }

    public boolean isEmpty() {
        return nodes.isEmpty() && after.isEmpty();
    }
}

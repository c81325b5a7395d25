package dev.assay.select;

import dev.assay.graph.NodeSet;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * What an expression chose, and the tests that wait aside because not all that they look at is chosen yet: a combination
 * with something else may bring the rest.
 *
 * @param named what terms and their pluses named, without the tests that came along
 * @param cautious tests that wait by the rule of {@link Indirect#CAUTIOUS}
 * @param buildable tests that wait by the rule of {@link Indirect#BUILDABLE}
 */
record Found(NodeSet named, NodeSet chosen, NodeSet cautious, NodeSet buildable) {

    /** Named, and nothing else. */
    static Found of(NodeSet named) {
        NodeSet none = named.minus(named);
        return new Found(named, named, none, none);
    }

    /**
     * Joins, cuts or subtracts. A test that waits on one side counts as being there, so that it can be waited for, or taken
     * away, on both.
     */
    static Found combined(List<Found> parts, BinaryOperator<NodeSet> operation) {
        return new Found(
                all(parts, operation, Found::named),
                all(parts, operation, Found::chosen),
                all(parts, operation, part -> part.chosen().union(part.cautious())),
                all(parts, operation, part -> part.chosen().union(part.buildable())));
    }

    private static NodeSet all(List<Found> parts, BinaryOperator<NodeSet> operation, Function<Found, NodeSet> side) {
        return parts.stream().map(side).reduce(operation).orElseThrow();
    }
}

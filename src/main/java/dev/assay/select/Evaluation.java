package dev.assay.select;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.graph.Graph;
import dev.assay.graph.NodeSet;
import dev.assay.manifest.Exposure;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Node;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Finds what an expression chooses. A term without sense is told and chooses nothing, so that all of them are told. */
final class Evaluation {

    private record Asked(String selector, Indirect mode) {}

    private final Manifest manifest;
    private final Graph graph;
    private final Selectors selectors;
    private final Problems problems;
    private final Widening widening;
    private final NothingMatches nothing;
    private final List<Resource> selectable;
    private final List<Diagnostic> warnings = new ArrayList<>();
    private final Map<Asked, Found> bySelector = new HashMap<>();

    Evaluation(Manifest manifest, Graph graph, Selectors selectors, Problems problems) {
        this.manifest = manifest;
        this.graph = graph;
        this.selectors = selectors;
        this.problems = problems;
        this.widening = new Widening(manifest, graph);
        this.selectable = manifest.resources().values().stream()
                .filter(resource ->
                        resource instanceof Node || resource instanceof Source || resource instanceof Exposure)
                .toList();
        this.nothing = new NothingMatches(manifest, selectable);
    }

    /** One for each term that matched nothing. */
    List<Diagnostic> warnings() {
        return List.copyOf(warnings);
    }

    Found of(Expression expression, Indirect mode) {
        return switch (expression) {
            case Expression.Everything all -> Found.of(graph.nodes());
            case Expression.Leaf leaf -> leaf(leaf, leaf.indirect().orElse(mode));
            case Expression.Union union -> widening.settled(Found.combined(each(union.parts(), mode), NodeSet::union));
            case Expression.Difference difference ->
                widening.settled(
                        Found.combined(each(List.of(difference.from(), difference.without()), mode), NodeSet::minus));
            case Expression.Intersection intersection -> intersection(intersection, mode);
        };
    }

    private List<Found> each(List<Expression> parts, Indirect mode) {
        return parts.stream().map(part -> of(part, mode)).toList();
    }

    private Found intersection(Expression.Intersection intersection, Indirect mode) {
        List<Found> parts = each(intersection.parts(), mode);
        Found shared = widening.settled(Found.combined(parts, NodeSet::intersection));
        if (shared.chosen().isEmpty()
                && parts.stream().noneMatch(part -> part.chosen().isEmpty())) {
            warnings.add(nothing.inAll(intersection));
        }
        return shared;
    }

    private Found leaf(Expression.Leaf leaf, Indirect mode) {
        try {
            Method method = Method.of(leaf);
            if (method == Method.SELECTOR) {
                return selector(leaf, mode);
            }
            var question = Question.of(leaf, manifest.projectName());
            NodeSet matched = matched(method.matching(question));
            if (matched.isEmpty()) {
                warnings.add(nothing.matches(leaf, method, question));
            }
            return widening.widened(matched.union(neighbours(leaf.term(), matched)), mode);
        } catch (ProblemsFound senseless) {
            problems.addAll(senseless.problems());
            return Found.of(graph.set(List.of()));
        }
    }

    private NodeSet matched(Predicate<Resource> wanted) {
        List<ResourceId> ids =
                selectable.stream().filter(wanted).map(Resource::id).toList();
        return graph.set(ids);
    }

    private NodeSet neighbours(Term term, NodeSet matched) {
        NodeSet found = matched.minus(matched);
        if (term.family()) {
            NodeSet downstream = matched.union(graph.descendants(matched));
            found = found.union(downstream).union(graph.ancestors(downstream));
        }
        if (term.parents().exists()) {
            found = found.union(graph.ancestors(matched, term.parents().steps()));
        }
        if (term.children().exists()) {
            found = found.union(graph.descendants(matched, term.children().steps()));
        }
        return found;
    }

    /**
     * The selection of that name. A plus or an {@code @} starts from what its terms name: were it to start from the tests
     * that came along, one test between two models would bring all that the other one needs.
     */
    private Found selector(Expression.Leaf leaf, Indirect mode) {
        NamedSelector named = selectors.get(leaf.term().value(), leaf.place());
        var asked = new Asked(named.name(), mode);
        Found found = bySelector.get(asked);
        if (found == null) {
            found = of(named.definition(), mode);
            bySelector.put(asked, found);
        }
        Term term = leaf.term();
        if (!term.family() && !term.parents().exists() && !term.children().exists()) {
            return found;
        }
        NodeSet more = neighbours(term, found.named());
        return widening.settled(Found.combined(List.of(found, widening.widened(more, mode)), NodeSet::union));
    }
}

package dev.assay.select;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.graph.Graph;
import dev.assay.graph.NodeSet;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.ResourceType;
import dev.assay.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Finds what a request means. */
public final class Selector {

    private final SelectionRequest request;
    private final Selectors selectors;
    private final Problems problems = new Problems();

    private Selector(SelectionRequest request, Selectors selectors) {
        this.request = request;
        this.selectors = selectors;
    }

    /** The chosen nodes, sources and exposures; throws the problems of all terms that make no sense. */
    public static Selection select(SelectionRequest request, Manifest manifest, Graph graph, Selectors selectors) {
        var selector = new Selector(request, selectors);
        Expression asked = selector.asked();
        var evaluation = new Evaluation(manifest, graph, selectors, selector.problems);
        NodeSet chosen = evaluation.of(asked, request.indirect()).chosen();
        selector.problems.throwIfErrors();
        return new Selection(new TreeSet<>(chosen.where(selector::isOfWantedType)), evaluation.warnings());
    }

    private boolean isOfWantedType(ResourceId id) {
        if (request.types().isEmpty() && request.excludedTypes().isEmpty()) {
            return true;
        }
        ResourceType type = id.type();
        return (request.types().isEmpty() || request.types().contains(type))
                && !request.excludedTypes().contains(type);
    }

    private Expression asked() {
        if (request.selector().isPresent()) {
            return named(request.selector().get());
        }
        if (request.select().isEmpty()
                && request.exclude().isEmpty()
                && selectors.standard().isPresent()) {
            return named(selectors.standard().get());
        }
        List<Expression> wanted = options("--select", "to take everything", request.select());
        List<Expression> unwanted = options("--exclude", "to exclude nothing", request.exclude());
        Expression all = wanted.isEmpty() ? new Expression.Everything() : Expression.anyOf(wanted);
        return unwanted.isEmpty() ? all : new Expression.Difference(all, Expression.anyOf(unwanted));
    }

    private List<Expression> options(String name, String without, List<String> texts) {
        var grammar = new Grammar(problems);
        var parts = new ArrayList<Expression>();
        for (String text : texts) {
            // A script whose variable is empty passes this; it must not build everything.
            if (text.isBlank()) {
                problems.add(Diagnostic.error(Code.SELECTION_SYNTAX, "a term of `" + name + "` is empty")
                        .help("leave `" + name + "` out " + without));
            }
            parts.addAll(grammar.option(name, text));
        }
        return parts;
    }

    private Expression named(String name) {
        if (!request.select().isEmpty() || !request.exclude().isEmpty()) {
            problems.add(Diagnostic.error(
                            Code.SELECTION_SYNTAX, "`--selector` stands alone, without `--select` and `--exclude`")
                    .help("a selector is a term as well: `--select selector:" + name + "`"));
        }
        var file = new SourceFile("--selector", name);
        return new Expression.Leaf(Term.of(Method.SELECTOR.word(), name), file.whole(), Optional.empty());
    }
}

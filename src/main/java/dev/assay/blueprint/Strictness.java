package dev.assay.blueprint;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.Source;
import dev.assay.plan.Plan;
import dev.assay.plan.PlannedNode;
import dev.assay.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * What {@code gate: strict} asks for: nobody reads what was not tested, not even later. A view through which one sees a
 * relation of others cannot promise that, so it is refused before anything runs.
 */
public record Strictness(Manifest manifest, Upstream upstream, String projectGate) {

    public List<Diagnostic> refused(Plan plan) {
        return plan.relations()
                .map(PlannedNode::id)
                .filter(upstream::isLive)
                .map(manifest::get)
                .filter(node -> node.config().gate().orElse(projectGate).equals("strict"))
                .map(this::problem)
                .toList();
    }

    private Diagnostic problem(Resource view) {
        Span place = Optional.ofNullable(view.config().places().get("gate")).orElse(view.place());
        return Diagnostic.error(
                        Code.LIVE_VIEW, place, "`" + view.name() + "` is a live view, and `gate: strict` refuses it")
                .note("through it one sees " + name(seen(view)) + ", which assay does not publish: what passes the"
                        + " tests now may be other data a minute later")
                .help("make it a table: materialized=\"table\"");
    }

    private static String name(Source source) {
        return "source `" + source.sourceName() + "." + source.name() + "`";
    }

    /** The nearest relation of others that a live view reads. */
    private Source seen(Resource view) {
        for (ResourceId id : upstream.reads(view)) {
            if (manifest.get(id) instanceof Source source) {
                return source;
            }
        }
        return upstream.reads(view).stream()
                .filter(upstream::isLive)
                .findFirst()
                .map(manifest::get)
                .map(this::seen)
                .orElseThrow();
    }
}

package dev.assay.blueprint;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.Source;
import dev.assay.plan.Plan;
import dev.assay.plan.PlannedNode;
import dev.assay.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * What {@code gate: strict} asks for: nobody reads what was not tested, not even later. A live view cannot promise that, so it
 * is refused before anything runs.
 */
public record Strictness(Manifest manifest, List<ResourceId> order, String projectGate) {

    public List<Diagnostic> refused(Plan plan) {
        List<ResourceId> strict = plan.relations()
                .map(PlannedNode::id)
                .filter(id ->
                        manifest.get(id).config().gate().orElse(projectGate).equals("strict"))
                .toList();
        if (strict.isEmpty()) {
            // Only then is the SQL of all views looked through.
            return List.of();
        }
        var upstream = new Upstream(manifest, order);
        return strict.stream()
                .filter(upstream::isLive)
                .map(id -> problem((Model) manifest.get(id), upstream))
                .toList();
    }

    private Diagnostic problem(Model view, Upstream upstream) {
        Span place = Optional.ofNullable(view.config().places().get("gate")).orElse(view.place());
        return Diagnostic.error(
                        Code.LIVE_VIEW, place, "`" + view.name() + "` is a live view, and `gate: strict` refuses it")
                .note(why(view, upstream))
                .help("make it a table: materialized=\"table\"");
    }

    /** The nearest relation of others that a live view reads, or what its SQL asks. */
    private String why(Model view, Upstream upstream) {
        for (ResourceId id : upstream.reads(view)) {
            if (manifest.get(id) instanceof Source source) {
                return "through it one sees source `" + source.sourceName() + "." + source.name()
                        + "`, which assay does not publish: what passes the tests now may be other data a minute later";
            }
        }
        return upstream.volatileWord(view)
                .map(word -> "its SQL contains `" + word + "`, which may give readers other rows than the tests saw")
                .orElseGet(() -> upstream.reads(view).stream()
                        .filter(upstream::isLive)
                        .findFirst()
                        .map(id -> why((Model) manifest.get(id), upstream))
                        .orElseThrow());
    }
}

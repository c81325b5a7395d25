package dev.assay.blueprint;

import dev.assay.compile.LiveViews;
import dev.assay.compile.LiveWords;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.Source;
import dev.assay.plan.Plan;
import dev.assay.plan.PlannedNode;
import java.util.List;

/**
 * What {@code gate: strict} asks for: nobody reads what was not tested, not even later. A live view cannot promise that, so it
 * is refused before anything runs.
 */
public record Strictness(Manifest manifest, LiveWords live, String projectGate) {

    public List<Diagnostic> refused(Plan plan) {
        List<ResourceId> strict = plan.relations()
                .map(PlannedNode::id)
                .filter(id ->
                        manifest.get(id).config().gate().orElse(projectGate).equals("strict"))
                .toList();
        if (strict.isEmpty()) {
            return List.of();
        }
        var upstream = new Upstream(manifest, live);
        return strict.stream()
                .filter(upstream::isLive)
                .map(id -> (Model) manifest.get(id))
                .map(view -> LiveViews.problem(view, why(view, upstream)))
                .toList();
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
                .map(LiveViews::why)
                .orElseGet(() -> upstream.reads(view).stream()
                        .filter(upstream::isLive)
                        .findFirst()
                        .map(id -> why((Model) manifest.get(id), upstream))
                        .orElseThrow());
    }
}

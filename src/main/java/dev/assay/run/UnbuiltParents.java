package dev.assay.run;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.setup.RunSetup;
import java.util.Map;
import java.util.stream.Collectors;

/** Explains a refused node by the models and seeds that it reads, that were never built, and that this run does not build. */
record UnbuiltParents(RunSetup setup, Map<ResourceId, ?> planned) {

    Diagnostic explain(Diagnostic refusal, ResourceId id) {
        Resource node = setup.manifest().get(id);
        String unbuilt = setup.upstream().reads(node).stream()
                .filter(parent -> setup.manifest().get(parent) instanceof Relational)
                .filter(parent -> !planned.containsKey(parent))
                .filter(parent -> !setup.existing().contains(setup.blueprints().published(parent)))
                .map(parent -> "`" + parent.names().get(1) + "`")
                .sorted()
                .collect(Collectors.joining(", "));
        return unbuilt.isEmpty()
                ? refusal
                : refusal.note("`" + node.name() + "` reads what is not built yet: " + unbuilt)
                        .help("build that too: assay build --select +" + node.name());
    }
}

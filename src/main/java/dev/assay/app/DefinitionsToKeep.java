package dev.assay.app;

import dev.assay.blueprint.Blueprints;
import dev.assay.blueprint.Upstream;
import dev.assay.compile.Compiler;
import dev.assay.compile.OpenText;
import dev.assay.environment.KeptTexts;
import dev.assay.manifest.Model;
import dev.assay.manifest.Relational;
import dev.assay.manifest.ResourceId;
import dev.assay.setup.CandidateTexts;
import dev.assay.setup.Hooks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives what is kept of the project with a candidate that waits. A text that holds a secret is not stored in the warehouse.
 */
record DefinitionsToKeep(ParsedProject project, Compiler compiler, Blueprints blueprints, ProjectHooks hooks)
        implements CandidateTexts {

    @Override
    public KeptTexts of(ResourceId id, Optional<String> identity) {
        var node = project.manifest().relational(id);
        // The candidate of a view or materialized view may be made again when the run ends.
        Optional<String> lasting = identity.filter(any -> !isQuery(node));
        Optional<OpenText> sql = open(node);
        var kept = new KeptDefinition(
                settings(node),
                Map.of(
                        ProjectHooks.key(Hooks.Moment.POST_HOOK),
                        hooks.kept(node, Hooks.Moment.CUT),
                        ProjectHooks.key(Hooks.Moment.AFTER_PUBLISH),
                        hooks.kept(node, Hooks.Moment.AFTER_PUBLISH)),
                node.description(),
                List.copyOf(new Upstream(project.manifest()).reads(node)),
                sql.map(OpenText::holes).orElse(List.of()),
                lasting);
        String definition = kept.text();
        boolean isPublic = hasNoSecret(definition)
                && sql.map(OpenText::text).filter(text -> !hasNoSecret(text)).isEmpty();
        return isPublic
                ? new KeptTexts(sql.map(OpenText::text), definition)
                : new KeptTexts(Optional.empty(), KeptDefinition.withheld(lasting));
    }

    private boolean hasNoSecret(String text) {
        return project.loaded().workspace().secrets().mask(text).equals(text);
    }

    private Optional<OpenText> open(Relational node) {
        return isQuery(node) ? Optional.of(compiler.open((Model) node, blueprints::published)) : Optional.empty();
    }

    private static boolean isQuery(Relational node) {
        return node.form().isQuery();
    }

    /** Hooks are kept as they are rendered, and those that ran on the candidate are done. */
    private static Map<String, Object> settings(Relational node) {
        var settings = new HashMap<>(node.config().values());
        for (Hooks.Moment moment : Hooks.Moment.values()) {
            settings.remove(ProjectHooks.key(moment));
        }
        return settings;
    }
}

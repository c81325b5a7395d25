package dev.assay.run;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.environment.NotedIdentity;
import dev.assay.manifest.ResourceId;
import dev.assay.result.RunEvent;
import dev.assay.setup.RunSetup;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Identity;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Notes by what the relations of a run can be recognised later, so that changes by hand are seen. Only at the end of the
 * run: until then hooks may write, and an engine may not know where the rows will lie.
 */
record PublishedIdentities(RunSetup setup, Session session) {

    /**
     * @param generations since when readers have had each of them
     * @return whether anything was noted
     */
    boolean note(SortedMap<ResourceId, Long> generations) {
        try {
            List<NotedIdentity> noted = identified(generations);
            setup.registry().identities().note(session, noted);
            return !noted.isEmpty();
        } catch (WarehouseError refusal) {
            setup.listener()
                    .on(new RunEvent.Said(
                            Diagnostic.Level.NOTE,
                            "changes by hand in what this run published will not be seen: "
                                    + String.join("; ", refusal.words().lines().toList())));
            return false;
        }
    }

    private List<NotedIdentity> identified(SortedMap<ResourceId, Long> generations) {
        List<RelationName> relations =
                generations.keySet().stream().map(setup.blueprints()::published).toList();
        Map<RelationName, Identity> now =
                setup.registry().identities().readLasting(session, setup.warehouse(), relations);
        var noted = new ArrayList<NotedIdentity>();
        generations.forEach((id, generation) -> {
            Identity identity = now.get(setup.blueprints().published(id));
            if (identity != null) {
                noted.add(new NotedIdentity(id, generation, identity));
            }
        });
        return noted;
    }
}

package dev.assay.publish;

import dev.assay.connect.Rollback;
import dev.assay.connect.TransientRetries;
import dev.assay.environment.Digests;
import dev.assay.environment.KeptTexts;
import dev.assay.environment.RegistryUpdate;
import dev.assay.manifest.ResourceId;
import dev.assay.plan.Action;
import dev.assay.plan.PlannedNode;
import dev.assay.result.NodeResult;
import dev.assay.result.Status;
import dev.assay.setup.RunSetup;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Notes in the registry why candidates wait, and keeps with each of them the texts that its publication needs. */
public record WaitingCandidates(RunSetup setup, Session session, TransientRetries retries) {

    /** @param held why nodes are kept from readers */
    void note(RunProgress progress, SequencedMap<ResourceId, String> held) {
        Map<ResourceId, RegistryUpdate> marks = new LinkedHashMap<>();
        held.forEach((id, why) -> {
            NodeResult result = progress.result(id);
            if (result != null && result.status() == Status.SUCCESS) {
                marks.put(id, progress.heldMark(id, why));
            }
        });
        var texts = new TreeMap<String, String>();
        for (ResourceId id : built(progress.waiting())) {
            KeptTexts kept = setup.texts().of(id, progress.identity(id));
            texts.putAll(kept.byDigest());
            marks.put(id, marks.getOrDefault(id, progress.mark(id)).with(kept.digests()));
        }
        retries.trying(() -> write(texts, List.copyOf(marks.values())));
    }

    /** A kept candidate has the texts of the run that built it. */
    private List<ResourceId> built(Set<ResourceId> waiting) {
        if (!setup.settings().keepsOwn()) {
            return List.of();
        }
        return setup.plan()
                .relations()
                .filter(node -> node.action() == Action.BUILD)
                .map(PlannedNode::id)
                .filter(waiting::contains)
                .toList();
    }

    /** In one transaction: another run removes texts that no candidate names. */
    private void write(SortedMap<String, String> texts, List<RegistryUpdate> marks) {
        if (texts.isEmpty()) {
            setup.registry().mark(session, marks);
            return;
        }
        session.begin();
        try {
            setup.registry().notes().keepTexts(session, texts);
            setup.registry().mark(session, marks);
            session.commit();
        } catch (WarehouseError refusal) {
            Rollback.after(session, refusal);
            throw refusal;
        }
    }

    /** Removes texts of earlier runs. A run that found none has none to remove. */
    public void removeTexts() {
        boolean hadTexts = setup.known().waiting().values().stream()
                .anyMatch(entry -> !entry.digests().equals(Digests.NONE));
        if (hadTexts) {
            setup.registry().notes().removeTexts(session);
        }
    }
}

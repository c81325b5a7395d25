package dev.assay.setup;

import dev.assay.manifest.Hook;
import dev.assay.manifest.Relational;
import dev.assay.manifest.ResourceId;
import dev.assay.result.RunEvent;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import java.util.List;

/** SQL of the project's own that runs around the work: around the whole run, around one node, after its publication. */
public interface Hooks {

    /** The first words of what a hook's statement is for. */
    String PURPOSE = "run the ";

    /** Around one node. */
    enum Moment {
        PRE_HOOK,
        POST_HOOK,
        /** Post-hooks of a view that name it or another candidate: again, for the view that the cut makes. */
        CUT,
        AFTER_PUBLISH
    }

    /** Runs a hook of the project file; its refusal is in the result. */
    RunEvent.HookFinished run(Hook hook, Session session);

    /** A node's hooks, rendered: those before the cut speak of the candidate, those in it and after it of what readers see. */
    List<Statement> of(Relational node, Moment moment);

    /** Whether hooks may change the rows of a candidate after it was created. Renders nothing. */
    boolean mayChangeCandidate(Relational node);

    /** Whether hooks change a relation after its tests, because a setting permits it. */
    boolean changeAfterTests(ResourceId node);
}

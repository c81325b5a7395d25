package dev.assay.publish;

import dev.assay.manifest.ResourceId;
import dev.assay.result.Publication;
import dev.assay.warehouse.WarehouseError;

/** What became of a cut. */
public sealed interface CutOutcome {

    record Published(Publication publication) implements CutOutcome {}

    /** The warehouse refused one node's part: nothing was published. */
    record Refused(ResourceId node, WarehouseError refusal) implements CutOutcome {}

    /** The cut broke off between two steps that cannot be undone: the next run finishes it from the journal. */
    record BrokenOff(WarehouseError refusal) implements CutOutcome {}

    /** The answer to the commit of a cut in one transaction was lost, and the registry cannot be asked. */
    record Unanswered(WarehouseError refusal) implements CutOutcome {}

    /** The environment or a candidate is no longer this run's: nothing was published. */
    record Lost(String reason) implements CutOutcome {}
}

package dev.assay.run;

import dev.assay.warehouse.WarehouseError;

/** The answer to a commit was lost, and the registry cannot be asked whether the commit succeeded. Nothing may be undone. */
final class CommitUnanswered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient WarehouseError refusal;

    CommitUnanswered(WarehouseError refusal) {
        super(refusal);
        this.refusal = refusal;
    }

    WarehouseError refusal() {
        return refusal;
    }
}

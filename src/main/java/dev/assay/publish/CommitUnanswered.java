package dev.assay.publish;

import dev.assay.warehouse.WarehouseError;

/** The answer to a commit was lost, and the registry cannot be asked whether the commit succeeded. Nothing may be undone. */
public final class CommitUnanswered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient WarehouseError refusal;

    CommitUnanswered(WarehouseError refusal) {
        super(refusal);
        this.refusal = refusal;
    }

    public WarehouseError refusal() {
        return refusal;
    }
}

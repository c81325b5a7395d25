package dev.assay.run;

import dev.assay.warehouse.WarehouseError;

/** A cut was broken off between two of its steps, and could not be undone; the journal says what is left to do. */
final class CutBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient WarehouseError refusal;

    CutBroken(WarehouseError refusal) {
        super(refusal);
        this.refusal = refusal;
    }

    WarehouseError refusal() {
        return refusal;
    }
}

package dev.assay.publish;

import dev.assay.manifest.ResourceId;
import dev.assay.warehouse.WarehouseError;

/** The warehouse refused one node's part of a cut; nothing of the cut has happened. */
public final class CutRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ResourceId node;
    private final transient WarehouseError refusal;

    public CutRefused(ResourceId node, WarehouseError refusal) {
        super(refusal);
        this.node = node;
        this.refusal = refusal;
    }

    /** What a cut throws when one node's statement was refused: a passing reason is the whole cut's, which tries again. */
    public static RuntimeException unlessPassing(ResourceId node, WarehouseError refusal) {
        return refusal.kind() == WarehouseError.Kind.TRANSIENT ? refusal : new CutRefused(node, refusal);
    }

    public ResourceId node() {
        return node;
    }

    public WarehouseError refusal() {
        return refusal;
    }
}

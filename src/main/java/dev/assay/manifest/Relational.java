package dev.assay.manifest;

import dev.assay.sql.RelationName;

/** A node that becomes a relation which others can {@code ref}. */
public sealed interface Relational extends Node permits Model, Seed {

    /** The name that readers see. */
    RelationName relation();

    RelationForm form();

    /** Whether it becomes a query without rows of its own. */
    default boolean isView() {
        return form() == RelationForm.VIEW;
    }

    @Override
    default boolean isInlined() {
        return form() == RelationForm.EPHEMERAL;
    }
}

package dev.assay.manifest;

import dev.assay.sql.RelationName;

/** A node that becomes a relation which others can {@code ref}. */
public sealed interface Relational extends Node permits Model, Seed {

    /** The name that readers see. */
    RelationName relation();
}

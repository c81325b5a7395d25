package dev.assay.environment;

/**
 * A schema that an environment uses.
 *
 * @param made whether assay created the schema; one that it found is never assay's to drop
 */
public record RegisteredSchema(String environment, String name, SchemaPurpose purpose, boolean made) {}

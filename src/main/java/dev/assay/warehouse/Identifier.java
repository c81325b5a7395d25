package dev.assay.warehouse;

/** A name in a statement, of a column or a schema; quoted by the dialect when it is printed. */
public record Identifier(String name) {}

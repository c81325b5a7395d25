package dev.assay.warehouse;

/** A text in a statement that cannot be bound there: a comment, the path of a file. Quoted by the dialect when printed. */
public record Literal(String text) {}

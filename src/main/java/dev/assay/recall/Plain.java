package dev.assay.recall;

/** What a plain value is, as the byte before it says. */
enum Plain {
    NOTHING,
    TEXT,
    TRUE,
    FALSE,
    LONG,
    INTEGER,
    DOUBLE,
    BIG,
    LIST,
    MAP
}

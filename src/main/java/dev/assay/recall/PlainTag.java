package dev.assay.recall;

/** What a plain value is, as the byte before it says. */
enum PlainTag {
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

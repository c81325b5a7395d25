package dev.assay.feed;

/** What a cell looks like. */
enum Shape {
    TRUTH,
    WHOLE,
    FRACTION,
    EXPONENT,
    DATE,
    MOMENT,
    ZONED_MOMENT,
    OTHER
}

package dev.assay.feed;

/** What a cell looks like. */
enum CellForm {
    TRUTH(1),
    WHOLE(2),
    FRACTION(4),
    EXPONENT(8),
    DATE(16),
    MOMENT(32),
    ZONED_MOMENT(64),
    OTHER(128);

    private final int bit;

    CellForm(int bit) {
        this.bit = bit;
    }

    /** Its place in a set of shapes that is one number. */
    int bit() {
        return bit;
    }
}

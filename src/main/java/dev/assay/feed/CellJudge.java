package dev.assay.feed;

/** Looks at the cells of one column. */
interface CellJudge {

    /** Whether the column may hold this cell, which is not null. */
    boolean takes(CsvRow row, int cell, CellShape shape);
}

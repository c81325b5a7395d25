package dev.assay.feed;

/** What the rows of a file, or of a part of it, have shown so far. */
final class Tally {

    private final CsvHeader header;
    // No list: it is looked into for every cell of a file.
    private final CellJudge[] judges;
    private final CellShape shape = new CellShape();
    private long rows;
    private int longest;
    private boolean cellsHoldLines;
    private boolean bare;

    Tally(CsvHeader header, int longest) {
        this.header = header;
        this.judges = header.judges();
        this.longest = longest;
        // Of one column a blank line is a row, and a backslash and a dot on a line mean the end to some.
        this.bare = judges.length > 1;
    }

    /** Whether it is a row. A blank line is a row of one null where there is one column, and nothing where there are more. */
    boolean counts(CsvRow row) {
        longest = Math.max(longest, row.length());
        if (judges.length > 1 && row.isBlank()) {
            bare = false;
            return false;
        }
        rows++;
        return true;
    }

    int columns() {
        return judges.length;
    }

    boolean takes(CsvRow row, int cell) {
        return row.isNull(cell) || judges[cell].takes(row, cell, shape);
    }

    boolean takes(CsvRow row) {
        boolean all = row.cells() == judges.length;
        for (int i = 0; all && i < judges.length; i++) {
            all = takes(row, i);
        }
        return all;
    }

    /** All of them have been told. */
    void end(CsvRows all) {
        cellsHoldLines = all.cellsHoldLines();
        bare &= all.isBare();
    }

    long rows() {
        return rows;
    }

    /** What another part of the same file has shown. */
    void join(Tally other) {
        header.join(other.header);
        rows += other.rows;
        longest = Math.max(longest, other.longest);
        cellsHoldLines |= other.cellsHoldLines;
        bare &= other.bare;
    }

    SeedFile file(String path, String diskPath, char delimiter) {
        return new SeedFile(
                path, diskPath, delimiter, header.columns(), rows, cellsHoldLines, bare && delimiter == ',', longest);
    }
}

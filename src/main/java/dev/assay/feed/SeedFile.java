package dev.assay.feed;

import java.io.InputStream;
import java.util.List;

/**
 * A CSV file that has been read whole and found sound.
 *
 * @param path what a message prints
 * @param diskPath how a warehouse in this process opens it
 * @param rows without the header
 * @param cellsHoldLines whether some cell goes over several lines
 * @param bare whether its lines are rows in the plain form as they are
 * @param longestRow in bytes
 */
public record SeedFile(
        String path,
        String diskPath,
        char delimiter,
        List<Column> columns,
        long rows,
        boolean cellsHoldLines,
        boolean bare,
        int longestRow) {

    public record Column(String name, FeedType type) {}

    public SeedFile {
        columns = List.copyOf(columns);
    }

    /** Its columns without its rows: what {@code --empty} builds. */
    public SeedFile withoutRows() {
        return new SeedFile(path, diskPath, delimiter, columns, 0, false, bare, longestRow);
    }

    /** Its rows, from its bytes, in the plain form. */
    public InputStream rows(InputStream data) {
        return bare ? new RowsAsTheyAre(data) : new PlainRows(data, delimiter, "");
    }

    /** The same without blank lines, which some warehouses refuse: of one column, a null has a second cell with nothing in it. */
    public InputStream rowsOnFilledLines(InputStream data) {
        return bare ? new RowsAsTheyAre(data) : new PlainRows(data, delimiter, columns.size() == 1 ? "," : "");
    }
}

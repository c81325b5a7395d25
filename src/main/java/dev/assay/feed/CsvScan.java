package dev.assay.feed;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.diagnostic.Refused;
import java.io.IOException;
import java.io.InputStream;

/** Reads a CSV file once, from front to end, and says what it holds: nothing is loaded that it found wrong. */
public final class CsvScan {

    private final CsvForm form;
    private final CsvRows rows;
    private final CsvRow row;
    private final Complaints complaints;
    private final CellShape shape = new CellShape();
    private CsvHeader header;
    // No list: it is looked into for every cell of a file.
    private CellJudge[] judges = {};
    private long count;
    private int longest;

    private CsvScan(String path, InputStream data, CsvForm form) {
        this.form = form;
        this.rows = new CsvRows(data, form.delimiter());
        this.row = rows.row();
        this.complaints = new Complaints(path);
    }

    /**
     * Reads the data to their end; the caller opened them and closes them.
     *
     * @param path what a message prints
     * @param diskPath how a warehouse opens the file later
     * @throws ProblemsFound with every bad cell and row, the first few of them whole
     */
    public static SeedFile of(String path, String diskPath, InputStream data, CsvForm form) {
        var scan = new CsvScan(path, data, form);
        try {
            scan.read(path);
        } catch (CsvRows.Broken broken) {
            scan.complain(broken.getMessage(), broken.offset());
        } catch (IOException unreadable) {
            throw new ProblemsFound(Diagnostic.error(Code.FILE_UNREADABLE, "`" + path + "` cannot be read")
                    .note("the system says: " + Refused.words(unreadable)));
        }
        scan.complaints.throwIfAny();
        return new SeedFile(
                path,
                diskPath,
                form.delimiter(),
                scan.header.columns(),
                scan.count,
                scan.rows.cellsHoldLines(),
                scan.longest);
    }

    private void read(String path) throws IOException, CsvRows.Broken {
        if (!rows.next()) {
            throw new ProblemsFound(Diagnostic.error(Code.BAD_CSV, "`" + path + "` is empty")
                    .help("begin it with a line of column names"));
        }
        header = CsvHeader.read(row, form, complaints);
        complaints.throwIfAny();
        judges = header.judges();
        longest = row.length();
        while (rows.next()) {
            longest = Math.max(longest, row.length());
            // A blank line is a row of one null where there is one column, and nothing where there are more.
            if (judges.length > 1 && row.isBlank()) {
                continue;
            }
            count++;
            check();
        }
    }

    private void check() {
        CellJudge[] columns = judges;
        if (row.cells() != columns.length) {
            String headline = "row " + count + " has " + cells(row.cells()) + ", the header has " + columns.length;
            complaints.add(Code.BAD_CSV, headline, "", row, 0, row.length());
            return;
        }
        for (int i = 0; i < columns.length; i++) {
            if (!row.isNull(i) && !columns[i].takes(row, i, shape)) {
                badCell(i);
            }
        }
    }

    private void badCell(int i) {
        String text = row.text(i);
        String shown = text.isEmpty()
                ? "an empty text"
                : "`" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "`";
        complaints.add(
                Code.BAD_CELL,
                shown + " is no " + header.wanted(i),
                "row " + count + ", column " + header.name(i),
                row,
                row.column(i),
                row.column(i) + Math.max(1, text.length()));
    }

    private void complain(String what, int offset) {
        int column = row.columnAt(offset);
        String label = header == null ? "in the header" : "in row " + (count + 1);
        complaints.add(Code.BAD_CSV, what, label, row, column, column + 1);
    }

    private static String cells(int count) {
        return count == 1 ? "1 cell" : count + " cells";
    }
}

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
    private final CsvProblems csvProblems;
    private CsvHeader header;
    private Tally tally;

    private CsvScan(String path, InputStream data, CsvForm form) {
        this.form = form;
        this.rows = new CsvRows(data, form.delimiter());
        this.row = rows.row();
        this.csvProblems = new CsvProblems(path);
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
        scan.csvProblems.throwIfAny();
        return scan.tally.file(path, diskPath, form.delimiter());
    }

    private void read(String path) throws IOException, CsvRows.Broken {
        if (!rows.next()) {
            throw new ProblemsFound(Diagnostic.error(Code.BAD_CSV, "`" + path + "` is empty")
                    .help("begin it with a line of column names"));
        }
        header = CsvHeader.read(row, form, csvProblems);
        csvProblems.throwIfAny();
        tally = new Tally(header, row.length());
        while (rows.next()) {
            if (tally.counts(row)) {
                check();
            }
        }
        tally.end(rows);
    }

    private void check() {
        int columns = tally.columns();
        if (row.cells() != columns) {
            String headline = "row " + tally.rows() + " has " + cells(row.cells()) + ", the header has " + columns;
            csvProblems.add(Code.BAD_CSV, headline, "", row, 0, row.length());
            return;
        }
        for (int i = 0; i < columns; i++) {
            if (!tally.takes(row, i)) {
                badCell(i);
            }
        }
    }

    private void badCell(int i) {
        String text = row.text(i);
        String shown = text.isEmpty()
                ? "an empty text"
                : "`" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "`";
        csvProblems.add(
                Code.BAD_CELL,
                shown + " is no " + header.wanted(i),
                "row " + tally.rows() + ", column " + header.name(i),
                row,
                row.column(i),
                row.column(i) + Math.max(1, text.length()));
    }

    private void complain(String what, int offset) {
        int column = row.columnAt(offset);
        String label = tally == null ? "in the header" : "in row " + (tally.rows() + 1);
        csvProblems.add(Code.BAD_CSV, what, label, row, column, column + 1);
    }

    private static String cells(int count) {
        return count == 1 ? "1 cell" : count + " cells";
    }
}

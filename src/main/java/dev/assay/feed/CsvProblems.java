package dev.assay.feed;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** What is wrong in a CSV file, with the lines that show it. The first few are told whole, the rest is counted. */
final class CsvProblems {

    private static final int TOLD = 10;

    /** One mistake. Columns are counted in characters from the start of the line, beginning at 0. */
    private record Complaint(Code code, String headline, String label, long line, String written, int start, int end) {}

    private final String path;
    private final List<Complaint> told = new ArrayList<>();
    private long count;

    CsvProblems(String path) {
        this.path = path;
    }

    void add(Code code, String headline, String label, CsvRow row, int start, int end) {
        if (count++ < TOLD) {
            // A place behind the row's first line is shown at its end.
            String written = row.written();
            int from = Math.min(start, written.length());
            int to = Math.clamp(end, from, written.length());
            told.add(new Complaint(code, headline, label, row.line(), written, from, to));
        }
    }

    void throwIfAny() {
        if (told.isEmpty()) {
            return;
        }
        SourceFile file = new SourceFile(path, lines());
        var problems = new ArrayList<Diagnostic>();
        for (Complaint complaint : told) {
            int start = file.lineStart(Math.toIntExact(complaint.line()));
            var span = file.span(start + complaint.start(), start + complaint.end());
            problems.add(Diagnostic.error(complaint.code(), span, complaint.headline())
                    .label(complaint.label()));
        }
        Diagnostic last = problems.removeLast().note("nothing of this file was loaded");
        problems.add(count > TOLD ? last.note("and " + (count - TOLD) + " more like these") : last);
        throw new ProblemsFound(problems);
    }

    /** The lines that are told of, at their numbers; the others empty, for nobody holds a whole file of data. */
    private String lines() {
        var text = new StringBuilder();
        long line = 1;
        for (Complaint complaint : told) {
            for (; line < complaint.line(); line++) {
                text.append('\n');
            }
            if (text.isEmpty() || text.charAt(text.length() - 1) == '\n') {
                text.append(complaint.written());
            }
        }
        return text.toString();
    }
}

package dev.assay.report;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.source.Span;
import dev.assay.sql.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A problem as people read it: headline, the line they wrote with carets under the piece that matters, other places, notes,
 * help.
 *
 * @param widest how many columns of a user's line are shown
 */
public record DiagnosticDrawing(Palette palette, int widest) {

    /** For files: no colour, long lines. */
    public static final DiagnosticDrawing PLAIN = new DiagnosticDrawing(Palette.PLAIN, 140);

    /** How a place is drawn: the one that matters most, or another one. */
    private record Manner(String arrow, char mark, UnaryOperator<String> paint) {}

    private static final int SAMPLE_ROWS = 10;
    private static final String TURN = " ".repeat(6);

    public static DiagnosticDrawing on(Output output) {
        return output.live()
                ? new DiagnosticDrawing(output.palette(), Math.max(40, output.width() - 6))
                : new DiagnosticDrawing(output.palette(), PLAIN.widest());
    }

    /** Ends with a line break. */
    public String draw(Diagnostic problem) {
        return draw(problem, Optional.empty());
    }

    /** @param sample rows that show the problem, drawn under the carets */
    public String draw(Diagnostic problem, Optional<Rows> sample) {
        var lines = new ArrayList<String>();
        lines.add(headline(problem));
        int gutter = gutter(problem);
        var main = new Manner("-->", '^', text -> loud(problem, text));
        var aside = new Manner(":::", '-', palette::place);
        problem.span().ifPresent(span -> block(lines, gutter, span, problem.label(), main));
        boolean code = problem.span().filter(span -> !span.isWholeFile()).isPresent();
        Optional<Rows> rows = sample.filter(some -> !some.isEmpty());
        rows.ifPresent(some -> table(lines, gutter, some));
        for (Diagnostic.Place other : problem.others()) {
            closed(lines, gutter, code || rows.isPresent());
            block(lines, gutter, other.span(), other.label(), aside);
            code = !other.span().isWholeFile();
        }
        boolean underTable = rows.isPresent() && problem.others().isEmpty();
        if (!underTable && !(problem.notes().isEmpty() && problem.help().isEmpty())) {
            closed(lines, gutter, code);
        }
        problem.notes().forEach(note -> remark(lines, "note", note));
        problem.help().forEach(help -> remark(lines, "help", help));
        return String.join("\n", lines) + "\n";
    }

    private String headline(Diagnostic problem) {
        boolean test = problem.code() == Code.TEST_FAILED;
        String word = switch (problem.level()) {
            case ERROR -> test ? "fail" : "error";
            case WARNING -> test ? "warn" : "warning";
            case NOTE -> "note";
        };
        String kind = word + "[" + (test ? "test" : problem.code().word()) + "]";
        return loud(problem, kind) + palette.strong(": " + Glyphs.visible(problem.headline()));
    }

    private String loud(Diagnostic problem, String text) {
        return switch (problem.level()) {
            case ERROR -> palette.error(text);
            case WARNING -> palette.warning(text);
            case NOTE -> palette.place(text);
        };
    }

    private void block(List<String> lines, int gutter, Span span, String label, Manner manner) {
        if (span.isWholeFile()) {
            String where = palette.place(Glyphs.visible(span.where()));
            lines.add(" ".repeat(gutter) + palette.place(manner.arrow()) + " " + where
                    + (label.isEmpty() ? "" : ": " + Glyphs.visible(label)));
            return;
        }
        CodeLine code = CodeLine.of(span, widest);
        String number = Glyphs.padLeft(String.valueOf(code.number()), gutter);
        String underline = code.underline(manner.mark());
        String marks = underline.stripLeading() + (label.isEmpty() ? "" : " " + Glyphs.visible(label));
        String indent = " ".repeat(underline.length() - underline.stripLeading().length());
        lines.add(
                " ".repeat(gutter) + palette.place(manner.arrow()) + " " + palette.place(Glyphs.visible(span.where())));
        lines.add(bar(" ".repeat(gutter)));
        lines.add((bar(number) + " " + code.text()).stripTrailing());
        lines.add(bar(" ".repeat(gutter)) + " " + indent + manner.paint().apply(marks));
    }

    private void table(List<String> lines, int gutter, Rows rows) {
        int shown = Math.min(SAMPLE_ROWS, rows.rows().size());
        var first = new Rows(rows.columns(), rows.rows().subList(0, shown));
        for (String line : TableDrawing.lines(first)) {
            lines.add((bar(" ".repeat(gutter)) + "  " + line).stripTrailing());
        }
        if (rows.rows().size() > shown) {
            // How many there are in all stands in the headline: a sample does not know.
            lines.add(bar(" ".repeat(gutter)) + "  " + palette.faint("and more"));
        }
    }

    private void closed(List<String> lines, int gutter, boolean code) {
        if (code) {
            lines.add(bar(" ".repeat(gutter)));
        }
    }

    private void remark(List<String> lines, String word, String text) {
        List<String> parts = text.stripTrailing().lines().map(Glyphs::visible).toList();
        lines.add(palette.place(word) + ": " + (parts.isEmpty() ? "" : parts.getFirst()));
        parts.stream().skip(1).forEach(part -> lines.add((TURN + part).stripTrailing()));
    }

    private String bar(String left) {
        return palette.place(left + " |");
    }

    private static int gutter(Diagnostic problem) {
        int largest = Stream.concat(
                        problem.span().stream(), problem.others().stream().map(Diagnostic.Place::span))
                .flatMapToInt(span -> IntStream.of(span.line()))
                .max()
                .orElse(0);
        return Math.max(2, String.valueOf(largest).length());
    }
}

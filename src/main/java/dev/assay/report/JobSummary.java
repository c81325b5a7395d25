package dev.assay.report;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.result.NodeResult;
import dev.assay.result.RunResult;
import dev.assay.result.Status;
import dev.assay.source.Span;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A run as Markdown for the summary page of a GitHub job: how it ended, what failed where, and each node that is not good. */
record JobSummary(RunResult result) {

    /** The page holds one mebibyte for each step, and nobody reads thousands of lines. */
    private static final int MOST_ROWS = 100;

    String markdown() {
        var text = new StringBuilder("### assay " + result.header().command() + ": "
                + code(result.header().project()) + ", target "
                + code(result.header().target()) + "\n\n"
                + cell(new SummaryLine(result)
                        .draw(Palette.PLAIN, UnaryOperator.identity())
                        .strip())
                + "\n");
        HeldLine.of(result)
                .ifPresent(held -> text.append("\n").append(cell(held.strip())).append("\n"));
        new UnprovenLines(result.unproven())
                .draw(Palette.PLAIN)
                .forEach(line -> text.append("\n").append(cell(line.strip())).append("\n"));
        table(text, "| problem | place |", problems());
        table(text, "| node | status | tests |", nodes());
        return text.append("\n").toString();
    }

    private List<String> problems() {
        return Details.of(result).all().stream()
                .map(Details.Detail::problem)
                .filter(Diagnostic::isError)
                .map(problem -> "| " + cell(problem.headline()) + " | "
                        + problem.span().map(Span::where).map(JobSummary::code).orElse("") + " |")
                .toList();
    }

    private List<String> nodes() {
        return result.nodes().stream()
                .filter(node -> node.status() != Status.SUCCESS)
                .map(JobSummary::row)
                .toList();
    }

    private static String row(NodeResult node) {
        return "| " + code(node.name()) + " | " + node.status().word()
                + (node.why().isEmpty() ? "" : ": " + cell(node.why())) + " | "
                + TestCounts.of(node.tests()).words() + " |";
    }

    private static void table(StringBuilder text, String heading, List<String> rows) {
        if (rows.isEmpty()) {
            return;
        }
        text.append('\n').append(heading).append('\n');
        text.append(heading.replaceAll("[^|]+", "---")).append('\n');
        rows.stream().limit(MOST_ROWS).forEach(row -> text.append(row).append('\n'));
        if (rows.size() > MOST_ROWS) {
            text.append("\nand ")
                    .append(Counted.number(rows.size() - MOST_ROWS))
                    .append(" more\n");
        }
    }

    private static String code(String text) {
        return "`" + Glyphs.visible(text).replace("`", "'").replace("|", "\\|") + "`";
    }

    /** Text of users must not become Markdown or HTML of the page, except for the names in code. */
    private static String cell(String text) {
        return Glyphs.visible(text)
                .chars()
                .mapToObj(c -> "\\<>|*[]".indexOf(c) < 0 ? String.valueOf((char) c) : "\\" + (char) c)
                .collect(Collectors.joining());
    }
}

package dev.assay.house;

import java.util.List;
import java.util.stream.Collectors;

/** A page of {@code docs/reference} while it is written. */
final class ReferencePage {

    private final StringBuilder text = new StringBuilder();

    ReferencePage(String title, String introduction) {
        text.append("# ")
                .append(title)
                .append("\n\n")
                .append(introduction.strip())
                .append('\n');
    }

    ReferencePage section(String title) {
        text.append("\n## ").append(title).append('\n');
        return this;
    }

    ReferencePage paragraph(String words) {
        text.append('\n').append(words.strip()).append('\n');
        return this;
    }

    /** A table; nothing where it has no rows. */
    ReferencePage table(List<String> heads, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            text.append('\n')
                    .append(row(heads))
                    .append(row(heads.stream().map(head -> "---").toList()));
            rows.forEach(row -> text.append(row(row)));
        }
        return this;
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.isEmpty() ? " " : " " + cell.replace("|", "\\|") + " ")
                .collect(Collectors.joining("|", "|", "|\n"));
    }

    /** As code, unless there is nothing. */
    static String code(Object value) {
        String text = String.valueOf(value);
        return value == null || text.isEmpty() ? "" : text.contains("`") ? text : "`" + text + "`";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

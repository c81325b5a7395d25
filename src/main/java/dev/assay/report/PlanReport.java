package dev.assay.report;

import dev.assay.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a build would do, a line for each node, in the words of the build.
 *
 * @param standing the tests that speak of several nodes
 */
public record PlanReport(List<Line> lines, List<String> standing) {

    /** What becomes of a node. */
    public enum Sign {
        CREATE('+'),
        REPLACE('~'),
        UNCHANGED('='),
        REUSE('='),
        ORPHAN('-');

        private final char symbol;

        Sign(char symbol) {
            this.symbol = symbol;
        }

        /** In JSON. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What a build does with it. */
        String deed() {
            return this == UNCHANGED ? "rebuild" : word();
        }
    }

    /**
     * One node.
     *
     * @param kind seed, table, view
     * @param tests those of this node alone
     */
    public record Line(Sign sign, String id, String kind, String name, String why, List<String> tests) {}

    private static final int WIDEST_NAME = 48;
    private static final int WIDEST_REASON = 48;

    /** For people; data, so without colour. */
    public String text() {
        int name = width(lines.stream().map(Line::name), WIDEST_NAME);
        int why = width(lines.stream().map(Line::why), WIDEST_REASON);
        var text = new StringBuilder();
        for (Line line : lines) {
            text.append(row(line, name, why)).append('\n');
        }
        return text.append(summary()).append('\n').toString();
    }

    /** The same, each test on a line of its own. */
    public String textWithTests() {
        int name = width(lines.stream().map(Line::name), WIDEST_NAME);
        int why = width(lines.stream().map(Line::why), WIDEST_REASON);
        var text = new StringBuilder();
        for (Line line : lines) {
            text.append(row(line, name, why)).append('\n');
            line.tests().forEach(test -> text.append(test(test)));
        }
        standing.forEach(test -> text.append(test(test)));
        return text.append(summary()).append('\n').toString();
    }

    /** An object a line, the sum last. */
    public String json() {
        var text = new StringBuilder();
        for (Line line : lines) {
            text.append(JsonWriter.text(json -> json.object()
                            .field("event", "planned_node")
                            .field("id", line.id())
                            .field("change", line.sign().word())
                            .field("kind", line.kind())
                            .field("name", line.name())
                            .field("reason", line.why())
                            .field("tests", line.tests())
                            .end()))
                    .append('\n');
        }
        return text.append(JsonWriter.text(json -> json.object()
                        .field("event", "plan")
                        .field("create", count(Sign.CREATE))
                        .field("replace", count(Sign.REPLACE))
                        .field("unchanged", count(Sign.UNCHANGED))
                        .field("reuse", count(Sign.REUSE))
                        .field("orphan", count(Sign.ORPHAN))
                        .field("tests", tests())
                        .field("standing_tests", standing)
                        .end()))
                .append('\n')
                .toString();
    }

    private static String row(Line line, int name, int why) {
        String start =
                "  " + line.sign().symbol + " " + Glyphs.padRight(line.sign().deed(), 9) + "  "
                        + Glyphs.padRight(line.kind(), 5) + "  " + Glyphs.padRight(cut(line.name(), name), name) + "  ";
        String tests =
                line.tests().isEmpty() ? "" : "  " + new Counted(line.tests().size(), "test");
        return (start + Glyphs.padRight(Glyphs.visible(line.why()), why) + tests).stripTrailing();
    }

    private static String test(String name) {
        return "                 test   " + Glyphs.visible(name) + "\n";
    }

    private String summary() {
        var parts = new ArrayList<String>();
        add(parts, Sign.CREATE, " to create");
        add(parts, Sign.REPLACE, " to change");
        add(parts, Sign.UNCHANGED, " to rebuild");
        add(parts, Sign.REUSE, " kept");
        add(parts, Sign.ORPHAN, count(Sign.ORPHAN) == 1 ? " orphan" : " orphans");
        String nodes = parts.isEmpty() ? "" : String.join(", ", parts) + "; ";
        return LineLayout.verb("Plan") + " " + nodes + new Counted(tests(), "test") + ". Plan only; nothing ran."
                + (count(Sign.ORPHAN) > 0
                        ? "\n" + LineLayout.verb("Next") + " drop what is orphaned with: assay prune"
                        : "");
    }

    private void add(List<String> parts, Sign sign, String words) {
        if (count(sign) > 0) {
            parts.add(Counted.number(count(sign)) + words);
        }
    }

    private long count(Sign sign) {
        return lines.stream().filter(line -> line.sign() == sign).count();
    }

    private long tests() {
        return standing.size()
                + lines.stream().mapToLong(line -> line.tests().size()).sum();
    }

    private static int width(Stream<String> texts, int widest) {
        return Math.min(widest, texts.mapToInt(Glyphs::width).max().orElse(0));
    }

    private static String cut(String text, int width) {
        return Glyphs.cutMiddle(Glyphs.visible(text), width);
    }
}

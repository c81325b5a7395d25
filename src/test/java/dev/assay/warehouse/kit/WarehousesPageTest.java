package dev.assay.warehouse.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Warehouse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pages of warehouses say what the code declares. {@code -Dgolden=update} writes them anew, and still fails. */
class WarehousesPageTest {

    private static final Path CAPABILITIES = Path.of("docs/reference/warehouses.md");
    private static final Path STATEMENTS = Path.of("docs/contributing/statements.md");

    private static final Map<Capability, String> WORDS = new EnumMap<>(Map.ofEntries(
            Map.entry(Capability.VIEWS, "views"),
            Map.entry(
                    Capability.TRANSACTIONAL_DEFINITIONS,
                    "definitions are part of a transaction: a cut over many relations is seen whole or not at all"),
            Map.entry(
                    Capability.MANY_PROCESSES,
                    "several processes at a time; elsewhere the second is told who was first"),
            Map.entry(Capability.COMMENTS, "descriptions kept in the warehouse (`persist_docs`)"),
            Map.entry(Capability.GRANTS, "grants (`grants`)"),
            Map.entry(Capability.CANCEL, "a running statement can be cancelled"),
            Map.entry(Capability.INDEXES, "indexes (`indexes`)"),
            Map.entry(Capability.CONSTRAINTS, "constraints of tables are kept (`constraints`)"),
            Map.entry(Capability.MATERIALIZED_VIEWS, "materialized views (`materialized: materialized_view`)"),
            Map.entry(Capability.TIME_TRAVEL, "sources as they were at a moment (`at`)"),
            Map.entry(
                    Capability.EXTERNAL_FILES,
                    "files: sources and models read them, models are written to them (`materialized: external`)"),
            Map.entry(
                    Capability.MATERIALIZED_EXPRESSIONS,
                    "what several tests read is computed once (`with … as materialized`)"),
            Map.entry(
                    Capability.VIEWS_HOLD_RELATIONS,
                    "views are bound to the very tables they were made over: a cut brings them along")));

    @Test
    void saysWhatIsDeclared() {
        compare(CAPABILITIES, capabilities());
    }

    @Test
    void showsWhereStatementsDiffer() {
        compare(STATEMENTS, statements());
    }

    private static void compare(Path file, String page) {
        String written = Worded.read(file).orElse("");
        if (Worded.updates()) {
            Worded.write(file, page);
        }
        assertEquals(written, page);
    }

    private static String capabilities() {
        Collection<Warehouse> warehouses = Samples.warehouses().values();
        var page = new StringBuilder("""
            # What each warehouse can do

            This page is made from the code by a test. Tests on a real server, or on a stand-in for Snowflake, prove it. If a
            project asks for more, assay names the line. It is an error ([`not-supported`](../errors/not-supported.md)) where
            another relation would come of it, and a warning where it can be left out.

            """);
        row(page, "", warehouses.stream().map(Warehouse::label).toList());
        row(page, "---", warehouses.stream().map(warehouse -> "---").toList());
        for (Capability capability : Capability.values()) {
            row(
                    page,
                    WORDS.getOrDefault(capability, "**" + capability.word() + " wants words in WarehousesPageTest**"),
                    warehouses.stream()
                            .map(warehouse -> warehouse.capabilities().contains(capability) ? "yes" : "–")
                            .toList());
        }
        return page.toString();
    }

    private static String statements() {
        String differences = differences();
        return """
            # Where the statements of the warehouses differ

            This page is for contributors, and is made from the code by a test. It shows each statement that assay sends and
            that not all warehouses write alike. All statements lie in `src/test/resources/statements`.
            """ + (differences.isEmpty() ? "There is one warehouse only: nothing differs.\n" : differences);
    }

    private static void row(StringBuilder page, String head, List<String> cells) {
        page.append("| ")
                .append(head)
                .append(" | ")
                .append(String.join(" | ", cells))
                .append(" |\n");
    }

    /** Each statement that not all say alike, with who says what. */
    private static String differences() {
        var all = Worded.all();
        var names = new TreeSet<String>();
        all.values().forEach(statements -> names.addAll(statements.keySet()));
        return names.stream()
                .map(name -> {
                    Map<String, List<String>> saying = new LinkedHashMap<>();
                    all.forEach((type, statements) -> saying.computeIfAbsent(
                                    statements.getOrDefault(name, ""), text -> new ArrayList<>())
                            .add(type));
                    return saying.size() < 2 ? "" : "\n### " + name + "\n" + blocks(saying);
                })
                .collect(Collectors.joining());
    }

    private static String blocks(Map<String, List<String>> saying) {
        return saying.entrySet().stream()
                .map(entry -> "\n" + String.join(", ", entry.getValue())
                        + (entry.getKey().isEmpty() ? ": nothing\n" : "\n\n```sql\n" + entry.getKey() + "```\n"))
                .collect(Collectors.joining());
    }
}

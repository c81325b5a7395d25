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

/** docs/warehouses.md says what the code declares. {@code -Dgolden=update} writes it anew, and still fails. */
class WarehousesPageTest {

    private static final Path PAGE = Path.of("docs/warehouses.md");

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
        String page = page();
        String written = Worded.read(PAGE).orElse("");
        if (Worded.updates()) {
            Worded.write(PAGE, page);
        }
        assertEquals(written, page);
    }

    private static String page() {
        Collection<Warehouse> warehouses = Samples.warehouses().values();
        var page = new StringBuilder("""
            # What each warehouse can do

            This page is made from the code by a test. What is declared is proven on a real server by the contract
            (`src/test/java/dev/assay/warehouse/kit`). What is not is named where it was written: as an error
            [`not-supported`](errors/not-supported.md) where another relation would come of it, as a warning where it can be left out.

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
        page.append("\n## Where their SQL differs\n\n");
        page.append("Every statement, rendered for every warehouse, stands in `src/test/resources/statements`.\n");
        String differences = differences();
        page.append(differences.isEmpty() ? "There is one warehouse only: nothing differs.\n" : differences);
        return page.toString();
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

package dev.assay.house;

import static dev.assay.house.ReferencePage.code;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.select.Indirect;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The methods and operators of selections. */
final class SelectionPage {

    private static final Map<String, List<String>> METHODS = new LinkedHashMap<>();

    static {
        METHODS.put(
                "fqn", List.of("`orders`, `shop.silver.*`", "the name, or the folders and the name; needs no word"));
        METHODS.put("tag", List.of("`tag:gold`", "a tag"));
        METHODS.put(
                "path", List.of("`path:models/gold`", "a file or folder; needs no word where the value has a slash"));
        METHODS.put(
                "file", List.of("`file:orders.sql`", "a file name; needs no word where the value has such an ending"));
        METHODS.put("package", List.of("`package:this`", "the name of the project; `this` is yours"));
        METHODS.put(
                "config",
                List.of(
                        "`config.materialized:view`",
                        "the value of a setting; dots go deeper: `config.meta.owner:ann`"));
        METHODS.put(
                "resource_type",
                List.of("`resource_type:seed`", "`model`, `seed`, `source`, `test`, `analysis`, `exposure`"));
        METHODS.put("source", List.of("`source:shop`, `source:shop.orders`", "a source, or a table of it"));
        METHODS.put("exposure", List.of("`exposure:board`", "an exposure; `+exposure:board` is what it needs"));
        METHODS.put("test_type", List.of("`test_type:singular`", "`generic`, `singular`, `data`"));
        METHODS.put("test_name", List.of("`test_name:unique`", "the kind of a generic test"));
        METHODS.put("group", List.of("`group:finance`", "the group that owns it"));
        METHODS.put("access", List.of("`access:public`", "who may refer to it"));
        METHODS.put("selector", List.of("`selector:money`", "a selection of `selectors.yml`"));
    }

    /** Methods of dbt that are refused, or match nothing. */
    private static final Set<String> WITHOUT_MATCH = Set.of("unit_test", "state", "result", "source_status", "version");

    private static final Map<Indirect, String> MODES = Map.of(
            Indirect.EAGER, "runs with any of the relations that it reads",
            Indirect.CAUTIOUS, "runs when all of them are selected",
            Indirect.BUILDABLE, "runs when all of them are selected, are needed by those, or are sources",
            Indirect.EMPTY, "does not run");

    private SelectionPage() {}

    static String text() {
        var known = new LinkedHashSet<String>();
        Hidden.constants("Method").forEach(method -> known.add(method.toString().toLowerCase(Locale.ROOT)));
        var told = new LinkedHashSet<>(METHODS.keySet());
        told.addAll(WITHOUT_MATCH);
        assertEquals(known, told, "methods, and methods with words in SelectionPage");
        return new ReferencePage("Selection", """
            This page is made from the code by a test. `--select` and `--exclude` take terms; `selectors.yml` gives a
            selection a name. How to use both: [selection](../how-to/selection.md).
            """)
                .section("Operators")
                .table(
                        List.of("you write", "it means"),
                        List.of(
                                List.of("`orders customers`", "either"),
                                List.of("`tag:gold,path:models`", "both; no space beside the comma"),
                                List.of("`+orders`", "with all that it is built from"),
                                List.of("`orders+`", "with all that is built from it"),
                                List.of("`2+orders+1`", "two steps up, one step down"),
                                List.of("`@orders`", "with all that is built from it, and all that those need"),
                                List.of("`stg_*`, `stg_[ab]?`", "a pattern, as in a shell; quote it there")))
                .section("Methods")
                .paragraph("A method stands before a colon. Its value may be a pattern.")
                .table(
                        List.of("method", "example", "what it matches"),
                        METHODS.entrySet().stream()
                                .map(method -> List.of(
                                        code(method.getKey()),
                                        method.getValue().getFirst(),
                                        method.getValue().getLast()))
                                .toList())
                .paragraph("The other methods of dbt are refused or match nothing: "
                        + WITHOUT_MATCH.stream()
                                .sorted()
                                .map(ReferencePage::code)
                                .collect(Collectors.joining(", "))
                        + ".")
                .section("Which tests come along")
                .paragraph("`--indirect-selection` decides whether a test that no term names runs:")
                .table(
                        List.of("mode", "the test"),
                        List.of(Indirect.values()).stream()
                                .map(mode -> List.of(code(mode.word()), MODES.get(mode)))
                                .toList())
                .paragraph("""
                    A test of an ephemeral model comes along with the tables and views whose SQL contains the model.
                    """)
                .toString();
    }
}

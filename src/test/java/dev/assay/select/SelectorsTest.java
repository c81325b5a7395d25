package dev.assay.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.source.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Selections with names, from {@code selectors.yml}. */
class SelectorsTest {

    private static final String ALL_FORMS = """
        selectors:
          - name: text
            definition: "tag:nightly"
          - name: text_with_more
            definition: tag:nightly,staging.stg_o* customers
          - name: pair
            definition: {tag: nightly}
          - name: pair_with_keys
            definition:
              config.meta.owner: ann
          - name: full
            description: everything behind the orders
            definition:
              method: fqn
              value: orders
              parents: true
              parents_depth: 1
              children: false
              indirect_selection: empty
          - name: family
            definition: {method: fqn, value: stg_orders, childrens_parents: true, indirect_selection: empty}
          - name: several
            definition:
              union:
                - tag: nightly
                - intersection:
                    - marts
                    - method: config.materialized
                      value: table
                      exclude:
                        - customers
                - exclude:
                    - stg_orders
          - name: child
            definition:
              union:
                - method: selector
                  value: several
                - selector: pair_with_keys
          - name: around
            definition: {method: selector, value: pair, children: true, children_depth: 1, indirect_selection: empty}
        """;

    private final Shop shop = Shop.OPEN.with(Selectors.read(new SourceFile("selectors.yml", ALL_FORMS)));

    private String chosen(String name) {
        return shop.names(SelectionRequest.everything().by(name).indirectly(Indirect.EMPTY));
    }

    @Test
    void everyFormOfADefinition() {
        assertEquals("stg_customers stg_orders", chosen("text"));
        assertEquals("customers stg_orders", chosen("text_with_more"));
        assertEquals("stg_customers stg_orders", chosen("pair"));
        assertEquals("orders shop.raw", chosen("pair_with_keys"));
        assertEquals("orders stg_orders", chosen("full"));
        assertEquals(chosen("family"), shop.names("@stg_orders"));
        assertEquals("orders stg_customers", chosen("several"));
        assertEquals("orders stg_customers shop.raw", chosen("child"));
        assertEquals(shop.names("tag:nightly+1"), chosen("around"));
    }

    @Test
    void aDefinitionsOwnModeBeatsTheCommands() {
        assertEquals(
                "orders stg_orders", shop.names(SelectionRequest.everything().by("full")));
        assertEquals(
                shop.names(SelectionRequest.of("tag:nightly")),
                shop.names(SelectionRequest.everything().by("pair")));
    }

    @Test
    void theDefinitionsTestsWaitInTheirOwnMode() {
        Selectors cautious = Selectors.read(new SourceFile("selectors.yml", """
            selectors:
              - name: both
                definition:
                  union:
                    - {method: fqn, value: orders, indirect_selection: cautious}
                    - {method: fqn, value: customers, indirect_selection: cautious}
            """));
        assertEquals(
                "customers orders rel_customers_orders unique_orders_id",
                Shop.OPEN.with(cautious).names(SelectionRequest.everything().by("both")));
    }

    @Test
    void aSelectorIsATermAsWell() {
        assertEquals("stg_orders", shop.names("selector:pair,stg_orders"));
        assertEquals(
                "customers",
                shop.names(SelectionRequest.of("selector:text_with_more")
                        .excluding("selector:pair")
                        .indirectly(Indirect.EMPTY)));
        assertEquals(shop.names("+tag:nightly"), shop.names("+selector:pair"));
    }

    @Test
    void aPlusStartsFromWhatIsNamedAndNotFromItsTests() {
        // rel_orders_customers comes with orders and looks at stg_customers: that is no reason to build what it needs.
        Selectors selectors = Selectors.read(new SourceFile("selectors.yml", """
            selectors:
              - {name: o, definition: orders}
            """));
        String chosen = Shop.OPEN.with(selectors).names(SelectionRequest.of("+selector:o"));
        assertEquals(Shop.OPEN.names(SelectionRequest.of("+orders")), chosen);
    }

    @Test
    void oneMayHoldWhereNothingIsSaid() {
        Selectors selectors = Selectors.read(new SourceFile("selectors.yml", """
            version: 2
            selectors:
              - name: some
                default: true
                definition: seeds/raw_countries.csv
            """));
        Shop withDefault = Shop.OPEN.with(selectors);
        assertEquals(Optional.of("some"), selectors.standard());
        assertEquals("raw_countries", withDefault.names(SelectionRequest.everything()));
        assertEquals("orders", withDefault.names("orders"));
    }

    @Test
    void anEmptyFileHasNone() {
        assertEquals(
                List.of(), Selectors.read(new SourceFile("selectors.yml", "")).names());
    }

    @Test
    void anUnknownOneIsToldWithTheOneMeant() {
        Diagnostic problem =
                shop.refused(SelectionRequest.everything().by("severl")).getFirst();
        assertEquals(Code.UNKNOWN_SELECTOR, problem.code());
        assertEquals("no selector is called `severl`", problem.headline());
        assertEquals("--selector:1:1", problem.span().orElseThrow().where());
        assertEquals(List.of("a similar one exists: `several`"), problem.help());
        assertEquals(
                Code.UNKNOWN_SELECTOR,
                shop.refused(SelectionRequest.of("orders selector:x"))
                        .getFirst()
                        .code());
    }

    @Test
    void selectorStandsAlone() {
        Diagnostic problem =
                shop.refused(SelectionRequest.of("orders").by("pair")).getFirst();
        assertEquals("`--selector` stands alone, without `--select` and `--exclude`", problem.headline());
        assertEquals(List.of("a selector is a term as well: `--select selector:pair`"), problem.help());
    }

    @Test
    void aCircleIsRefusedWithItsPlaces() {
        List<Diagnostic> problems = refused("""
            selectors:
              - {name: a, definition: {union: [orders, selector:b]}}
              - {name: b, definition: {method: selector, value: c}}
              - {name: c, definition: "selector:a"}
              - {name: d, definition: {selector: d}}
              - {name: e, definition: {selector: z}}
            """);
        Diagnostic circle = problems.getFirst();
        assertEquals(Code.CIRCLE, circle.code());
        assertEquals("3 selectors need each other", circle.headline());
        assertEquals("`a` needs `b`", circle.label());
        assertEquals("selectors.yml:2:44", circle.span().orElseThrow().where());
        assertEquals(
                "`c` needs `a`, closing the circle", circle.others().getLast().label());
        assertEquals(List.of("a -> b -> c -> a"), circle.notes());
        assertEquals("a selector needs itself", problems.get(1).headline());
        assertEquals("no selector is called `z`", problems.get(2).headline());
        assertEquals(3, problems.size());
    }

    @Test
    void allThatIsWrongInTheFileIsToldAtOnce() {
        List<Diagnostic> problems = refused("""
            selectors:
              - nam: a
                definition: orders
              - name: b
                definition: [orders]
              - name: c
                definition: {tag: x, group: y}
              - name: d
                definition: {method: tag}
              - name: e
                definition: {union: []}
              - name: f
                definition: {method: fqn, value: x, indirect_selection: keen, parent: true}
              - name: g
                definition: "@x+"
              - name: h
                definition: orders
              - name: h
                default: true
                definition: {union: [orders], exclud: [x]}
              - name: i
                default: true
                definition: {tag: [a, b]}
              - name: j
            """);
        assertEquals(
                List.of(
                        "unknown key `nam` in a selector",
                        "a selector has no `name`",
                        "a definition in selector `b` has to be text or a mapping",
                        "a definition in selector `c` is one method with its value",
                        "a definition in selector `d` has no `value`",
                        "`union` in a definition in selector `e` names nothing",
                        "unknown key `parent` in a definition in selector `f`",
                        "`indirect_selection` in a definition in selector `f` has to be one of `eager`, `cautious`,"
                                + " `buildable`, `empty`",
                        "`@` and a plus at the end exclude each other: `@x+`",
                        "unknown key `exclud` in a definition in selector `h`",
                        "`tag` in selector `i` wants one value",
                        "selector `j` has no `definition`",
                        "two selectors are called `h`"),
                problems.stream().map(Diagnostic::headline).toList());
    }

    @Test
    void aTermInTheFileIsPointedAt() {
        Shop typo = Shop.OPEN.with(Selectors.read(new SourceFile("selectors.yml", """
            selectors:
              - name: a
                definition: "orders tag:nigthly"
              - name: b
                definition: {tga: nightly}
            """)));
        Diagnostic warning =
                typo.select(SelectionRequest.everything().by("a")).warnings().getFirst();
        assertEquals("selectors.yml:3:25", warning.span().orElseThrow().where());
        Diagnostic unknown = typo.refused(SelectionRequest.everything().by("b")).getFirst();
        assertEquals("no selection method is called `tga`", unknown.headline());
        assertEquals("selectors.yml:5:23", unknown.span().orElseThrow().where());
    }

    private static List<Diagnostic> refused(String yaml) {
        return assertThrows(ProblemsFound.class, () -> Selectors.read(new SourceFile("selectors.yml", yaml)))
                .problems();
    }
}

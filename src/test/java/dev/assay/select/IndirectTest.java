package dev.assay.select;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.manifest.SmallProject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which tests come along, in the four modes, and what combinations do to them. */
class IndirectTest {

    /** c needs b needs a; d stands alone. */
    private final Shop line = Shop.of(new SmallProject()
            .source("lake", "s", Map.of())
            .model("a")
            .model("b", "a")
            .model("c", "b")
            .model("d")
            .test("unique", "t_a", "a")
            .test("unique", "t_b", "b")
            .test("relationships", "t_ab", "a", "b")
            .test("relationships", "t_bd", "b", "d")
            .test("relationships", "t_bs", "b", "lake.s"));

    private String chosen(Indirect mode, String... select) {
        return line.names(SelectionRequest.of(select).indirectly(mode));
    }

    @Test
    void eagerBringsATestWithAnyOfItsNodes() {
        assertEquals("b t_ab t_b t_bd t_bs", chosen(Indirect.EAGER, "b"));
        assertEquals("d t_bd", chosen(Indirect.EAGER, "d"));
    }

    @Test
    void cautiousBringsATestWithAllOfItsNodes() {
        assertEquals("b t_b", chosen(Indirect.CAUTIOUS, "b"));
        assertEquals("a b t_a t_ab t_b", chosen(Indirect.CAUTIOUS, "a b"), "the union completes t_ab");
        assertEquals("b lake.s t_b t_bs", chosen(Indirect.CAUTIOUS, "b", "source:lake.s"));
    }

    @Test
    void buildableAlsoTakesWhatIsUpstreamAndSources() {
        assertEquals("b t_ab t_b t_bs", chosen(Indirect.BUILDABLE, "b"));
        assertEquals("a t_a", chosen(Indirect.BUILDABLE, "a"), "b is not upstream of a");
        assertEquals("c", chosen(Indirect.BUILDABLE, "c"), "tests hang on direct children of what is chosen alone");
    }

    @Test
    void buildableLooksAgainWithSourcesInMind() {
        // t_bds waits in both terms; together they complete it, the source being there for anyone.
        Shop shop = Shop.of(new SmallProject()
                .source("lake", "s", Map.of())
                .model("b")
                .model("d")
                .test("relationships", "t_bds", "b", "d", "lake.s"));
        assertEquals("b", shop.names(SelectionRequest.of("b").indirectly(Indirect.BUILDABLE)));
        assertEquals("b d t_bds", shop.names(SelectionRequest.of("b d").indirectly(Indirect.BUILDABLE)));
    }

    @Test
    void emptyBringsNone() {
        assertEquals("b", chosen(Indirect.EMPTY, "b"));
        assertEquals("b t_ab", chosen(Indirect.EMPTY, "b t_ab"), "what is named is chosen");
        assertEquals("b c t_ab t_b t_bd t_bs", chosen(Indirect.EMPTY, "b+"), "tests are downstream too");
    }

    @Test
    void exclusionsWidenTheSameWay() {
        assertEquals(
                "a b t_a t_b t_bs", line.names(SelectionRequest.of("a", "b").excluding("t_ab", "d")));
        assertEquals("a t_a", line.names(SelectionRequest.of("a", "b").excluding("b")), "eager takes t_ab away with b");
        assertEquals(
                "a t_a t_ab",
                line.names(SelectionRequest.of("a", "b").excluding("b").indirectly(Indirect.CAUTIOUS)),
                "cautious does not: only a part of what t_ab looks at is excluded");
        assertEquals(
                "a c d lake.s t_a t_ab t_b t_bd t_bs",
                line.names(SelectionRequest.everything().excluding("b").indirectly(Indirect.EMPTY)));
    }

    @Test
    void intersectionsKeepTestsThatBothSidesBring() {
        assertEquals("b t_ab t_b t_bd t_bs", chosen(Indirect.EAGER, "b+,b"));
        assertEquals("t_ab", chosen(Indirect.EAGER, "a,b"), "both bring the test between them");
        assertEquals("", chosen(Indirect.CAUTIOUS, "a,b"));
    }

    @Test
    void typesAreAskedLast() {
        SelectionRequest all = SelectionRequest.of("b");
        assertEquals("b", line.names(all.only(java.util.Set.of(dev.assay.manifest.ResourceType.MODEL))));
        assertEquals("b", line.names(all.without(java.util.Set.of(dev.assay.manifest.ResourceType.TEST))));
        assertEquals(
                "t_ab t_b t_bd t_bs", line.names(all.only(java.util.Set.of(dev.assay.manifest.ResourceType.TEST))));
    }
}

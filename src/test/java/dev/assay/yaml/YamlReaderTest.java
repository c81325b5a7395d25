package dev.assay.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.source.SourceFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YamlReaderTest {

    private static Yaml.Mapping read(String text) {
        return assertInstanceOf(Yaml.Mapping.class, YamlReader.readText("m.yml", text));
    }

    private static List<Diagnostic> problems(String text) {
        return assertThrows(ProblemsFound.class, () -> YamlReader.readText("m.yml", text))
                .problems();
    }

    private static Diagnostic problem(String text) {
        List<Diagnostic> found = problems(text);
        assertEquals(1, found.size(), found.toString());
        return found.getFirst();
    }

    private static Object plain(String scalar) {
        return read("x: " + scalar).get("x").orElseThrow().plain();
    }

    @Test
    void everyKeyAndValueKnowsItsPlace() {
        Yaml.Mapping root = read("models:\n  - name: orders\n    tags: [a, b]\n");
        Yaml.Sequence models =
                assertInstanceOf(Yaml.Sequence.class, root.get("models").orElseThrow());
        Yaml.Mapping model = assertInstanceOf(Yaml.Mapping.class, models.items().getFirst());
        Yaml.Entry tags = model.entries().get(1);
        assertEquals("m.yml:3:5", tags.keySpan().where());
        assertEquals("tags", tags.keySpan().text());
        assertEquals("[a, b]", tags.value().span().text());
        assertEquals("name: orders\n    tags: [a, b]", model.span().text());
    }

    @Test
    void placesCountCharactersAsEditorsDoBehindPairsAccentsAndWindowsLineEnds() {
        Yaml.Mapping root = read("a: \"😀é😀\"\r\nb: {c: [ä, 1]}\r\n");
        assertEquals("b", root.entries().get(1).keySpan().text());
        assertEquals("{c: [ä, 1]}", root.entries().get(1).value().span().text());
        assertEquals("m.yml:2:1", root.entries().get(1).keySpan().where());
        assertEquals("\"😀é😀\"", root.entries().get(0).value().span().text());
    }

    @Test
    void lineEndsThatOnlyYamlKnowsDoNotMoveWhatFollows() {
        Yaml.Mapping root = read("a: \"x\u2028y\"\nb: here\n");
        assertEquals("here", root.get("b").orElseThrow().span().text());
        assertEquals(2, root.get("b").orElseThrow().span().line());
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstKey() {
        Yaml.Mapping root = read("\uFEFFname: shop\n");
        assertEquals("name", root.entries().getFirst().key());
        assertEquals("name", root.entries().getFirst().keySpan().text());
    }

    @Test
    void scalarsHaveTheTypesOfYamlOnePointOne() {
        assertEquals(false, plain("no"));
        assertEquals(true, plain("On"));
        assertEquals(10L, plain("012"));
        assertEquals("08", plain("08"));
        assertEquals(90L, plain("1:30"));
        assertEquals(31L, plain("0x1F"));
        assertEquals(-5L, plain("-0b101"));
        assertEquals(1000L, plain("1_000"));
        assertEquals(1.5, plain("1.5"));
        assertEquals(Double.NEGATIVE_INFINITY, plain("-.inf"));
        assertEquals(new java.math.BigInteger("99999999999999999999"), plain("99999999999999999999"));
        assertEquals(null, plain("~"));
        assertEquals("no", plain("'no'"));
        assertEquals("12", plain("!!str 12"));
    }

    @Test
    void datesStayText() {
        assertEquals("2024-01-02", plain("2024-01-02"));
        assertEquals("2024-01-02 03:04:05", plain("2024-01-02 03:04:05"));
    }

    @Test
    void whatWasWrittenIsKeptBesideTheType() {
        Yaml.Scalar version =
                assertInstanceOf(Yaml.Scalar.class, read("v: 1.10").get("v").orElseThrow());
        assertEquals(1.1, version.plain());
        assertEquals("1.10", version.written());
    }

    @Test
    void keysAreTextWhateverTheyLookLike() {
        assertEquals(
                List.of("no", "1", "on"),
                List.copyOf(read("no: 1\n1: 2\non: 3\n").plain().keySet()));
    }

    @Test
    void blockTextKeepsItsLinesAndItsPlaceEndsWithIt() {
        Yaml.Mapping root = read("a: |\n  one\n  two\nb: >-\n  three\n  four\n\nc: 1\n");
        assertEquals("one\ntwo\n", root.get("a").orElseThrow().plain());
        assertEquals("three four", root.get("b").orElseThrow().plain());
        assertEquals("|\n  one\n  two", root.get("a").orElseThrow().span().text());
    }

    @Test
    void mergesGiveWayToTheMappingsOwnKeysAndToEarlierOnes() {
        Yaml.Mapping root = read("""
            one: &one {a: 1, b: 1}
            two: &two {b: 2, c: 2}
            both:
              <<: [*one, *two]
              a: 0
            """);
        assertEquals(
                Map.of("a", 0L, "b", 1L, "c", 2L),
                root.get("both").orElseThrow().plain());
    }

    @Test
    void anEmptyFileOrOneOfCommentsIsAnEmptyMapping() {
        for (String empty : List.of("", "\n\n", "# nothing\n", "---\n", "~")) {
            assertTrue(read(empty).entries().isEmpty(), empty);
        }
    }

    @Test
    void anotherRootIsReadAsWhatItIs() {
        assertEquals(
                Arrays.asList(1L, null), YamlReader.readText("m.yml", "[1, ~]").plain());
        assertEquals("word", YamlReader.readText("m.yml", "word").plain());
    }

    @Test
    void aTabIsCalledATab() {
        Diagnostic found = problem("models:\n\t- name: orders\n");
        assertEquals("a tab where YAML wants spaces", found.headline());
        assertEquals("m.yml:2:1", found.span().orElseThrow().where());
        assertEquals(List.of("indent with spaces"), found.help());
        assertEquals(
                "a tab where YAML wants spaces", problem("a:\n  b: 1\n\tc: 2\n").headline());
    }

    @Test
    void allKeysThatStandTwiceAreToldWithTheFirst() {
        List<Diagnostic> found = problems("a: 1\nb: {c: 1, c: 2}\na: 3\n");
        assertEquals(2, found.size());
        assertEquals("the key `c` stands here twice", found.get(0).headline());
        assertEquals("m.yml:3:1", found.get(1).span().orElseThrow().where());
        assertEquals("m.yml:1:1", found.get(1).others().getFirst().span().where());
    }

    @Test
    void wrongSyntaxHasAPlaceAndOftenAHelp() {
        Diagnostic colon = problem("a: b: c\n");
        assertEquals("m.yml:1:5", colon.span().orElseThrow().where());
        assertEquals(List.of("put text that holds a colon and a space in quotes"), colon.help());
        Diagnostic braces = problem("quality: {schema: ${target.schema}_quality}\n");
        assertEquals(List.of("put the value in quotes: YAML reads braces as its own"), braces.help());
        Diagnostic open = problem("a: 'text\nb: 1\n");
        assertEquals("m.yml:1:4", open.span().orElseThrow().where());
        assertEquals(
                "this is not YAML: more than one document in a file",
                problem("a: 1\n---\nb: 1\n").headline());
    }

    @Test
    void oddCharactersAliasesAndTagsAreProblemsToo() {
        Diagnostic bell = problem("a: 😀\nb: \u0007\n");
        assertEquals("m.yml:2:4", bell.span().orElseThrow().where());
        assertEquals("U+0007", bell.label());
        assertEquals("m.yml:1:4", problem("a: *nobody\n").span().orElseThrow().where());
        assertEquals(
                "this is no value of its type `!!int`", problem("a: !!int b\n").headline());
        assertEquals("an anchor that contains itself", problem("a: &x [*x]\n").headline());
        assertEquals("`<<` merges mappings only", problem("a: {<<: 3}\n").headline());
        assertEquals(
                "a key has to be a single word or text",
                problem("? [a, b]\n: 1\n").headline());
    }

    @Test
    void aFileThatUnfoldsWithoutEndIsRefused() {
        var bomb = new StringBuilder("l0: &l0 [1, 1, 1, 1, 1, 1, 1, 1, 1]\n");
        for (int i = 1; i < 12; i++) {
            String below = "*l" + (i - 1);
            bomb.append("l%d: &l%d [%s]\n".formatted(i, i, String.join(", ", java.util.Collections.nCopies(9, below))));
        }
        assertEquals(
                "anchors that unfold to more than a million values",
                problem(bomb.toString()).headline());
        assertEquals(
                "too deep for a YAML file a person would write",
                problem("[".repeat(5000)).headline());
    }

    @Test
    void theFileOfAPlaceIsTheFileThatWasRead() {
        var file = new SourceFile("models/a.yml", "version: 2");
        assertEquals(file, YamlReader.read(file).span().file());
    }
}

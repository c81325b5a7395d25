package dev.assay.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.source.SourceFile;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldsTest {

    private final Problems problems = new Problems();

    private Fields fields(String text) {
        return YamlReader.fields(new SourceFile("m.yml", text), "a column of model `orders`", problems);
    }

    private Diagnostic onlyProblem() {
        assertEquals(1, problems.all().size(), problems.all().toString());
        return problems.all().getFirst();
    }

    @Test
    void aMisspeltKeyIsPointedAtWithTheOneThatExists() {
        fields("name: x\ndata_test: [unique]\n").only(Keys.of("name", "data_tests", "tags"));
        Diagnostic found = onlyProblem();
        assertEquals(Code.UNKNOWN_KEY, found.code());
        assertEquals("unknown key `data_test` in a column of model `orders`", found.headline());
        assertEquals("a similar key exists: `data_tests`", found.label());
        assertEquals(List.of("known keys: `name`, `data_tests`, `tags`"), found.notes());
        assertEquals("m.yml:2:1", found.span().orElseThrow().where());
    }

    @Test
    void aLongTableIsNotListedAndAFarWordHasNoSuggestion() {
        fields("zebra: 1\n").only(Keys.of("a", "b", "c", "d", "e", "f").and("g", "h", "i", "j", "k"));
        assertEquals(List.of(), onlyProblem().notes());
        assertEquals("", onlyProblem().label());
    }

    @Test
    void valuesOfTheRightKindAreRead() {
        Fields read = fields("""
            text: 1.10
            flag: yes
            quoted: "False"
            number: 12
            rendered: " 5432 "
            decimal: 0.10
            one: a
            many: [a, 2]
            inner: {x: 1}
            list: [{x: 1}, {x: 2}]
            empty:
            word: warn
            """);
        assertEquals(Optional.of("1.10"), read.text("text"));
        assertEquals(Optional.of(true), read.flag("flag"));
        assertEquals(Optional.of(false), read.flag("quoted"));
        assertEquals(Optional.of(12L), read.number("number"));
        assertEquals(Optional.of(5432L), read.number("rendered", 1));
        assertEquals(Optional.of(new BigDecimal("0.10")), read.decimal("decimal"));
        assertEquals(List.of("a"), read.texts("one"));
        assertEquals(List.of("a", "2"), read.texts("many"));
        assertEquals(Optional.of(1L), read.fields("inner", "inner").number("x"));
        assertEquals(
                List.of(Optional.of(1L), Optional.of(2L)),
                read.each("list", "an item").stream()
                        .map(item -> item.number("x"))
                        .toList());
        assertEquals(Optional.of("warn"), read.word("word", List.of("warn", "error")));
        assertEquals(Optional.empty(), read.text("empty"));
        assertEquals(List.of(), read.texts("empty"));
        assertEquals(List.of(), read.each("absent", "an item"));
        assertTrue(problems.all().isEmpty(), problems.all().toString());
    }

    @Test
    void eachValueOfTheWrongKindIsToldAndReadsAsAbsent() {
        Fields read = fields("a: [1]\nb: maybe\nc: 1.5\nd: {x: 1}\ne: [[1]]\nf: text\ng: 0\n");
        assertEquals(Optional.empty(), read.text("a"));
        assertEquals(Optional.empty(), read.flag("b"));
        assertEquals(Optional.empty(), read.number("c"));
        assertEquals(List.of(), read.texts("d"));
        assertEquals(List.of(), read.texts("e"));
        assertEquals(List.of(), read.each("f", "an item"));
        assertEquals(Optional.empty(), read.number("g", 1));
        assertEquals(
                List.of(
                        "m.yml:1:4 `a` in a column of model `orders` has to be text; this is a list",
                        "m.yml:2:4 `b` in a column of model `orders` has to be true or false; this is text",
                        "m.yml:3:4 `c` in a column of model `orders` has to be a whole number; this is a number",
                        "m.yml:4:4 `d` in a column of model `orders` has to be a list of texts; this is a mapping",
                        "m.yml:5:5 `e` in a column of model `orders` has to be a list of texts; this is a list",
                        "m.yml:6:4 `f` in a column of model `orders` has to be a list; this is text",
                        "m.yml:7:4 `g` in a column of model `orders` has to be a whole number, 1 or more;"
                                + " this is a number"),
                problems.all().stream()
                        .map(it -> it.span().orElseThrow() + " " + it.headline() + "; " + it.label())
                        .toList());
    }

    @Test
    void aWordOutsideItsFewIsToldWithTheNearest() {
        fields("severity: wran\n").word("severity", List.of("warn", "error"));
        assertEquals(
                "`severity` in a column of model `orders` has to be one of `warn`, `error`",
                onlyProblem().headline());
        assertEquals("a similar word exists: `warn`", onlyProblem().label());
    }

    @Test
    void aKeyThatHasToBeThereIsMissedWhereTheMappingBegins() {
        assertEquals(Optional.empty(), fields("\ntags: a\n").required("name"));
        assertEquals(Code.MISSING_KEY, onlyProblem().code());
        assertEquals("a column of model `orders` has no `name`", onlyProblem().headline());
        assertEquals("m.yml:2:1", onlyProblem().span().orElseThrow().where());
    }

    @Test
    void aRootOfAnotherKindIsToldOnceAndReadsAsEmpty() {
        assertEquals(Optional.empty(), fields("- a\n- b\n").text("name"));
        assertEquals(Code.WRONG_VALUE, onlyProblem().code());
        assertEquals(
                "a column of model `orders` has to be a mapping", onlyProblem().headline());
    }

    @Test
    void wrongSyntaxIsCollectedToo() {
        assertTrue(fields("a: [1\n").mapping().entries().isEmpty());
        assertEquals(Code.YAML_SYNTAX, onlyProblem().code());
    }
}

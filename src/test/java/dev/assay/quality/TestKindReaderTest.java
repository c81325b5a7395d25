package dev.assay.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Problems;
import dev.assay.source.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TestKindReaderTest {

    private final Problems problems = new Problems();

    @Test
    void theFirstCommentIsTheSignature() {
        TestKind kind = read("[#-- test positive(column_name, minimum = 0): rows below the minimum --]\nselect 1");

        assertEquals("positive", kind.name());
        assertEquals(
                List.of(
                        new TestKind.Parameter("column_name", Optional.empty(), true),
                        new TestKind.Parameter("minimum", Optional.of(0L), false)),
                kind.parameters());
        assertEquals("rows below the minimum", kind.description());
        assertEquals("{failures} row fails: rows below the minimum", kind.says().one());
    }

    @Test
    void furtherLinesAreTheWordsOfTheVerdict() {
        TestKind kind = read("""
            [#-- test unique(column_name): values that
              occur more than once
            one: 1 value of {model}.{column} occurs more than once
            many: {failures} values of {model}.{column} occur more than once
            --]
            """);

        assertEquals("values that occur more than once", kind.description());
        assertEquals(
                "1 value of {model}.{column} occurs more than once", kind.says().one());
        assertEquals(
                "{failures} values of {model}.{column} occur more than once",
                kind.says().many());
    }

    @Test
    void everyKindOfDefaultIsRead() {
        TestKind kind = read("[#-- test t(a = none, b = true, c = 'x, y', d = [1, \"two\"], e = -0.5, f = []): --]");

        assertEquals(
                List.of(
                        Optional.empty(),
                        Optional.of(true),
                        Optional.of("x, y"),
                        Optional.of(List.of(1L, "two")),
                        Optional.of(new java.math.BigDecimal("-0.5")),
                        Optional.of(List.of())),
                kind.parameters().stream().map(TestKind.Parameter::defaultValue).toList());
        assertTrue(kind.parameters().stream().noneMatch(TestKind.Parameter::required));
    }

    @Test
    void aTemplateWithoutASignatureIsNamed() {
        assertTrue(TestKindReader.read(new SourceFile("tests/generic/x.sql", "select 1"), problems)
                .isEmpty());

        var problem = problems.all().getFirst();
        assertEquals(Code.TEST_SIGNATURE, problem.code());
        assertEquals("tests/generic/x.sql does not say which test it is", problem.headline());
    }

    @Test
    void aBrokenSignaturePointsAtTheLetter() {
        assertTrue(TestKindReader.read(new SourceFile("t.sql", "[#-- test x(a, b = maybe): --]"), problems)
                .isEmpty());

        assertEquals(
                "t.sql:1:20", problems.all().getFirst().span().orElseThrow().where());
    }

    @Test
    void aParameterStandsOnce() {
        assertTrue(TestKindReader.read(new SourceFile("t.sql", "[#-- test x(a, a) --]"), problems)
                .isEmpty());

        assertEquals(
                "the parameter `a` stands here twice", problems.all().getFirst().headline());
    }

    private TestKind read(String text) {
        TestKind kind = TestKindReader.read(new SourceFile("tests/generic/x.sql", text), problems)
                .orElseThrow();
        assertEquals(List.of(), problems.all());
        return kind;
    }
}

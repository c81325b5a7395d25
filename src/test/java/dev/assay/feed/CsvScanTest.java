package dev.assay.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvScanTest {

    @Test
    void typesFollowTheWholeColumn() {
        assertEquals("Int", type("1", "-2147483648", "2147483647", "0", "-0"));
        assertEquals("BigInt", type("1", "2147483648"));
        assertEquals("BigInt", type("-9223372036854775808", "9223372036854775807"));
        assertEquals("Decimal[precision=38, scale=0]", type("9223372036854775808"));
        assertEquals("Decimal[precision=38, scale=0]", type("-9223372036854775809"));
        assertEquals("Decimal[precision=38, scale=0]", type("12345678901234567890123456789012345678"));
        assertEquals("Text", type("123456789012345678901234567890123456789"));
        assertEquals("Decimal[precision=18, scale=2]", type("1", "2.5", "-.25", "3."));
        assertEquals("Decimal[precision=38, scale=9]", type("1234567890.123456789"));
        assertEquals("Floating", type("1", "2.5", "1e3", "-2.5E-7"));
        assertEquals("Floating", type("1e308", "0e400", "1e-300"));
        for (String beyond : new String[] {"1e400", "-1e400", "1e309", "1e-400", "9".repeat(309) + ".5"}) {
            assertEquals("Text", type("1.5", beyond), beyond);
        }
        assertEquals("Bool", type("true", "FALSE", "True"));
        assertEquals("Date", type("2024-02-29", "0001-01-01"));
        assertEquals("Timestamp", type("2024-02-29", "2024-01-01 10:00", "2024-01-01T23:59:59.123456"));
        assertEquals(
                "ZonedTimestamp",
                type("2024-01-01T10:00:00Z", "2024-01-01 10:00:00.5+02:00", "2024-01-01 10:00:00-0530"));
        assertEquals("Int", type(" 1", "2 "));
    }

    @Test
    void whatNoTypeHoldsAsWrittenStaysText() {
        for (String cell : List.of(
                "007",
                "00",
                "-01",
                "+5",
                "1_000",
                "1,5",
                "0x1f",
                "1e",
                "1e9999",
                "--1",
                "-",
                ".",
                "NaN",
                "t",
                "yes",
                "2023-02-29",
                "2024-13-01",
                "2024-1-1",
                "0000-01-01",
                "2024-01-01 24:00:00",
                "2024-01-01 10",
                "2024-01-01 10:00:60",
                "2024-01-01 10:00Z",
                "2024-01-01 10:00+02:00",
                "2024-01-01 10:00:00.1234567",
                "2024-01-01 10:00:00+",
                "2024-01-01x",
                "２",
                " ")) {
            assertEquals("Text", type(cell.contains(",") ? "\"" + cell + "\"" : cell), cell);
        }
        assertEquals("Text", type("1", "2", "007"));
        assertEquals("Text", type("1", "true"));
        assertEquals("Text", type("2024-01-01", "1"));
        assertEquals("Text", type("2024-01-01 10:00", "2024-01-01 10:00:00Z"));
    }

    @Test
    void nothingWrittenIsNullAndEmptyQuotesAreText() {
        assertEquals("Int", type("1", "", "3"));
        assertEquals("Text", type("", ""));
        assertEquals("Text", type("1", "\"\"", "3"));
        assertEquals("Int", type("\"1\"", "\"2\""));
    }

    @Test
    void declaredTypesWin() {
        SeedFile file = scan(
                "id,zip\n1,0123\n",
                new CsvForm(',', Map.of("ID", "varchar", "zip", "integer"), Optional.empty(), OptionalInt.empty()));
        assertEquals(
                List.of(
                        new SeedFile.Column("id", new FeedType.Declared("varchar")),
                        new SeedFile.Column("zip", new FeedType.Declared("integer"))),
                file.columns());
    }

    @Test
    void rowsAreCountedWhateverTheirLineEnds() {
        assertEquals(2, scan("\uFEFFa,b\n1,2\n3,4").rows());
        assertEquals(2, scan("a,b\r\n1,2\r\n3,4\r\n").rows());
        assertEquals(2, scan("a,b\r1,2\r3,4\r").rows());
        assertEquals(3, scan("a,b\n1,2\r\n\n3,4\r5,6\n\n").rows());
        assertEquals(2, scan("a\n1\n\n").rows());
        assertEquals(0, scan("a,b").rows());
        assertEquals("a", scan("\uFEFFa,b\n1,2\n").columns().getFirst().name());
    }

    @Test
    void cellsMayHoldAnything() {
        SeedFile file = scan("\"the \"\"a\"\"\",b\n\"x\r\ny;\",\"say \"\"no\"\"\"\n5\" pipe,\"\"\"\"\n");
        assertEquals(2, file.rows());
        assertEquals("the \"a\"", file.columns().getFirst().name());
        assertEquals(true, file.cellsHoldLines());
        assertEquals(false, scan("a,b\n1,2\n").cellsHoldLines());
    }

    @Test
    void anotherDelimiterIsTaken() {
        SeedFile file = scan("a;b\t\n1,5;2\t\n", new CsvForm(';', Map.of(), Optional.empty(), OptionalInt.empty()));
        assertEquals(
                List.of("a", "b\t"),
                file.columns().stream().map(SeedFile.Column::name).toList());
    }

    @Test
    void aRowLongerThanTheBufferIsARow() {
        String cell = "é".repeat(70_000);
        SeedFile file = scan("a,b\n1," + cell + "\n" + cell + ",2\n\"" + cell + "\n" + cell + "\",3\n");
        assertEquals(3, file.rows());
        assertEquals(280_006, file.longestRow());
    }

    @Test
    void raggedRowsAreNamed() {
        assertEquals("""
            bad-csv seeds/x.csv:3:1 row 2 has 3 cells, the header has 2 | 1,2,3
            bad-csv seeds/x.csv:6:1 row 4 has 1 cell, the header has 2 | 4
            """, problems("a,b\n1,2\n1,2,3\n\"x\ny\",3\n4\n"));
    }

    @Test
    void aQuoteThatNobodyClosesIsShownWhereItOpens() {
        assertEquals("bad-csv seeds/x.csv:2:3 this quote is never closed | \"\n", problems("a,b\n1,\"open\n2,3\n"));
    }

    @Test
    void textBehindAQuoteIsNoCell() {
        assertEquals("bad-csv seeds/x.csv:2:4 text goes on behind a closing quote | y\n", problems("a,b\n\"x\"y,2\n"));
        assertEquals("bad-csv seeds/x.csv:2:2 a quote opens behind blanks | \"\n", problems("a,b\n \"x\",2\n"));
    }

    @Test
    void theHeaderNamesEachColumnOnce() {
        assertEquals("""
            bad-csv seeds/x.csv:1:3 column 2 has no name | ,
            bad-csv seeds/x.csv:1:4 columns 1 and 3 are called `a` and `A`, which differ only in case | A
            """, problems("a,,A\n1,2,3\n"));
        assertEquals("bad-csv ? `seeds/x.csv` is empty | \n", problems(""));
    }

    @Test
    void badCellsAreNamedAllOfThem() {
        var form = new CsvForm(
                ',', Map.of("n", "integer", "d", "date", "p", "decimal(4, 2)"), Optional.empty(), OptionalInt.empty());
        assertEquals(
                """
                bad-cell seeds/x.csv:2:1 `1.5` is no integer | 1.5
                bad-cell seeds/x.csv:3:3 `2024-02-30` is no date | 2024-02-30
                bad-cell seeds/x.csv:4:2 an empty text is no integer | "
                bad-cell seeds/x.csv:4:15 `123.4` is no decimal(4, 2) | 123.4
                bad-cell seeds/x.csv:5:1 `3000000000` is no integer | 3000000000
                bad-cell seeds/x.csv:5:13 `0012.345` is no decimal(4, 2) | 0012.345
                """,
                problems(
                        "n,d,p\n1.5,2024-01-01,1\n2,2024-02-30,\n\"\",2024-02-29,123.4\n3000000000,,0012.345\n", form));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tinyint | -128 127 -0 007 | -129 128 1.5 1.0 1e1",
                "smallint | -32768 32767 | -32769 32768 0.1",
                "int4 | -2147483648 2147483647 | -2147483649 2147483648 0.1",
                "bigint | -9223372036854775808 9223372036854775807 | -9223372036854775809 9223372036854775808 0.1",
                "hugeint | -170141183460469231731687303715884105728 | 170141183460469231731687303715884105728 10.55",
                "utinyint | 0 255 | -1 256 10.55",
                "usmallint | 0 65535 | -1 65536 10.55",
                "UINTEGER | 0 4294967295 +1 | -1 4294967296 10.55",
                "ubigint | 0 18446744073709551615 | -1 18446744073709551616 10.55",
                "uhugeint | 340282366920938463463374607431768211455 | 340282366920938463463374607431768211456 10.55",
                "bignum | 340282366920938463463374607431768211456 -1 | 10.55 x",
                "decimal(10,2) | 12.55 12.5500 -0.10 1e-2 1.25e1 99999999.99 0e9 | 12.555 0.001 1e-3 1e8 100000000 NaN",
                "decimal(10) | 12 12.0 1e3 | 12.5 1e-1",
                "numeric(3, 3) | 0.125 .5 | 0.1255 1",
                "numeric | 12.5 1e-1 | 12.55 1e-2",
                "double | 12.555 1e-99 | x 1e400"
            })
    void noDeclaredTypeRounds(String type, String taken, String refused) {
        var form = new CsvForm(',', Map.of("a", type), Optional.empty(), OptionalInt.of(1));
        String good = "a,b\n" + taken.replace(" ", ",x\n") + ",x\n";
        assertEquals(taken.split(" ").length, scan(good, form).rows());
        String bad = "a,b\n" + refused.replace(" ", ",x\n") + ",x\n";
        var found = assertThrows(ProblemsFound.class, () -> scan(bad, form));
        assertEquals(refused.split(" ").length, found.problems().size());
    }

    @Test
    void aDecimalWithoutAScaleTakesEveryNumberWhereTheWarehouseKeepsAllDigits() {
        var form = new CsvForm(',', Map.of("a", "numeric"), Optional.empty(), OptionalInt.empty());
        assertEquals(2, scan("a,b\n12.123456789,x\n1e-99,x\n", form).rows());
    }

    @Test
    void manyBadCellsAreCounted() {
        var form = new CsvForm(',', Map.of("n", "integer"), Optional.empty(), OptionalInt.empty());
        var found = assertThrows(ProblemsFound.class, () -> scan("n\n" + "x\n".repeat(1000), form));
        assertEquals(10, found.problems().size());
        assertEquals(
                List.of("nothing of this file was loaded", "and 990 more like these"),
                found.problems().getLast().notes());
    }

    @Test
    void aDeclaredColumnThatIsMissingIsNamed() {
        var form = new CsvForm(',', Map.of("quantty", "integer"), Optional.empty(), OptionalInt.empty());
        var found = assertThrows(ProblemsFound.class, () -> scan("quantity,b\n1,2\n", form));
        assertEquals(
                "`column_types` names `quantty`, which the file does not have",
                found.problems().getFirst().headline());
        assertEquals(
                List.of("a similar column exists: `quantity`"),
                found.problems().getFirst().help());
    }

    @Test
    void otherEncodingsAreRefused() {
        byte[] latin = "a,b\n1,caf\u00e9 noir\n".getBytes(StandardCharsets.ISO_8859_1);
        var found = assertThrows(
                ProblemsFound.class,
                () -> CsvScan.of("seeds/x.csv", "x.csv", new ByteArrayInputStream(latin), CsvForm.PLAIN));
        Diagnostic problem = found.problems().getFirst();
        assertEquals("this is not UTF-8 text", problem.headline());
        assertEquals("seeds/x.csv:2:6", problem.span().orElseThrow().where());
    }

    private static String type(String... cells) {
        String rows = String.join(
                "", java.util.Arrays.stream(cells).map(cell -> cell + ",\n").toList());
        FeedType type = scan("a,b\n" + rows).columns().getFirst().type();
        return type.toString().replace("[]", "");
    }

    private static String problems(String text) {
        return problems(text, CsvForm.PLAIN);
    }

    private static String problems(String text, CsvForm form) {
        return assertThrows(ProblemsFound.class, () -> scan(text, form)).problems().stream()
                .map(CsvScanTest::line)
                .collect(Collectors.joining());
    }

    private static String line(Diagnostic problem) {
        String where = problem.span().map(span -> span.where()).orElse("?");
        String text = problem.span().map(span -> span.text()).orElse("");
        return problem.code().word() + " " + where + " " + problem.headline() + " | " + text + "\n";
    }

    private static SeedFile scan(String text) {
        return scan(text, CsvForm.PLAIN);
    }

    private static SeedFile scan(String text, CsvForm form) {
        var data = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return CsvScan.of("seeds/x.csv", "x.csv", data, form);
    }
}

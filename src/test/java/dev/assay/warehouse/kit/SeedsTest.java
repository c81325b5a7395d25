package dev.assay.warehouse.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.warehouse.Warehouse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A CSV file arrives as it was written, whatever loads it. */
class SeedsTest extends Builds {

    private static final String[] PIECES = {
        "a", "é", "\"", ",", "\n", "\r\n", "\r", " ", "0", "1", "-", ".", "'", "\\", "\\N", "\\.", "#", "𝛑", ";", "\t",
        "NULL"
    };

    @Test
    void everyTypeArrivesAsTheScanSawIt() {
        load("""
            id,big,flag,price,ratio,day,at,zip,"the ""name\"""
            1,3000000000,true,1.50,1e3,2024-02-29,2024-01-02 03:04,007,"a
            ""b\"""
            ,,,,,,,,""
            -2,-1,FALSE,-.25,2.5,0001-01-01,2024-01-02T03:04:05.25,,5
            """);
        assertEquals(
                Arrays.asList(
                        Arrays.asList(
                                1L,
                                3000000000L,
                                true,
                                new BigDecimal("1.50"),
                                1000.0,
                                "2024-02-29",
                                "2024-01-02 03:04:00",
                                "007",
                                "a\n\"b\""),
                        Arrays.asList(null, null, null, null, null, null, null, null, ""),
                        Arrays.asList(
                                -2L,
                                -1L,
                                false,
                                new BigDecimal("-0.25"),
                                2.5,
                                "0001-01-01",
                                "2024-01-02 03:04:05.25",
                                null,
                                "5")),
                project().rows("numbers").rows());
    }

    @Test
    void lineEndsMarksAndDelimitersOfAllKinds() {
        load("\uFEFFa,b\r\n1,x\r\n2,y\r\n");
        assertEquals("[[1, x], [2, y]]", project().rows("numbers").rows().toString());
        load("a,b\n1,x\n2,y");
        assertEquals("[[1, x], [2, y]]", project().rows("numbers").rows().toString());
        load("a;b\n1;\"\\\"\n2;#,'\n", "{delimiter: ';'}");
        assertEquals("[[1, \\], [2, #,']]", project().rows("numbers").rows().toString());
        load("a\tb\n1\tx y\n", "{delimiter: \"\\t\"}");
        assertEquals("[[1, x y]]", project().rows("numbers").rows().toString());
    }

    /** Some warehouses know one kind of line end only, and would take the whole file for its header. */
    @Test
    void rowsThatEndWithCarriageReturnsAlone() {
        load("a,b\r1,x\r2,y\r");
        assertEquals("[[1, x], [2, y]]", project().rows("numbers").rows().toString());
    }

    @Test
    void blankLinesAndAHeaderOverSeveralLines() {
        load("\"a\nb\",c\n1,x\n\n2,y\n\n");
        assertEquals("[[1, x], [2, y]]", project().rows("numbers").rows().toString());
        load("a\n1\n\n2\n");
        assertEquals("[[1], [null], [2]]", project().rows("numbers").rows().toString());
        load("a\nx\n\"\"\n\n");
        assertEquals("[[x], [], [null]]", project().rows("numbers").rows().toString());
    }

    @Test
    void aFileWhoseNameLooksLikeAPattern() {
        project().file("seeds/abc.csv", "a,b\n1,x\n").file("seeds/a[b]?c.csv", "a,b\n2,y\n");
        project().file("seeds/a*.csv", "a,b\n3,z\n");
        project().assay("build").ends(0);
        assertEquals("[[1, x]]", project().rows("abc").rows().toString());
        assertEquals("[[2, y]]", project().rows("a[b]?c").rows().toString());
        assertEquals("[[3, z]]", project().rows("a*").rows().toString());
    }

    /** The file is scanned first and loaded later; tests would run on what nobody has looked at. */
    @Test
    void anotherNumberOfRowsThanWasScannedIsAnError() {
        String file = project().folder().resolve("seeds/numbers.csv").toString();
        assumeTrue(ground().type().equals("duckdb"), "elsewhere no hook can write the file");
        write("a\n1\n2\n", "{pre_hook: \"copy (select 1 as a) to '" + file + "' (header true)\"}");
        String said = project().assay("build").ends(1).err();
        assertTrue(said.contains("the warehouse loaded 1 of the 2 rows"), said);
    }

    @Test
    void declaredTypesHoldAndAnEmptyFileIsAnEmptyTable() {
        load("id,price\n007,1.230\n", "{column_types: {id: integer, price: 'decimal(9, 2)'}}");
        assertEquals("[[7, 1.23]]", project().rows("numbers").rows().toString());
        load("id,price\n", "{column_types: {id: integer}}");
        assertEquals(2, project().rows("numbers").columns().size());
        assertTrue(project().rows("numbers").isEmpty());
    }

    @Test
    void aCellThatADeclaredTypeWouldRoundIsRefused() {
        String types = "{a: smallint, b: integer, c: bigint, d: 'decimal(9, 2)', e: 'decimal(9)'}";
        write("a,b,c,d,e\n1,2,3,4.56,7\n1.5,2.5,3.5,4.567,7.8\n", "{column_types: " + types + "}");
        String refused = project().assay("build").ends(1).err();
        for (String cell : List.of("1.5", "2.5", "3.5", "4.567", "7.8")) {
            assertTrue(refused.contains("`" + cell + "` is no "), refused);
        }
    }

    /** The warehouses differ in what it keeps; none of them may change the value. */
    @Test
    void aDecimalWithoutNumbersRoundsNothing() {
        boolean keepsAll;
        try (Warehouse warehouse = ground().connect()) {
            keepsAll = warehouse.dialect().plainDecimalScale().isEmpty();
        }
        write("a,b\n1.0625,x\n", "{column_types: {a: decimal}}");
        String said = project().assay("build").ends(keepsAll ? 0 : 1).err();
        if (keepsAll) {
            assertEquals("[[1.0625, x]]", project().rows("numbers").rows().toString());
        } else {
            assertTrue(said.contains("`1.0625` is no decimal"), said);
        }
    }

    /** Whatever text goes out as CSV comes back the same, and so does null. */
    @Test
    void whatIsWrittenIsRead() {
        var random = new Random(7);
        var expected = new ArrayList<List<String>>();
        var text = new StringBuilder("\"n\",\"a\",\"b\",\"c\"\n");
        for (int row = 10_000; row < 12_000; row++) {
            List<String> cells = Arrays.asList(String.valueOf(row), cell(random), cell(random), cell(random));
            expected.add(cells);
            text.append(cells.stream().map(SeedsTest::written).collect(Collectors.joining(",")))
                    .append('\n');
        }
        load(text.toString(), "{column_types: {n: varchar, a: varchar, b: varchar, c: varchar}}");
        var found = new ArrayList<>(project().rows("numbers").rows());
        found.sort(java.util.Comparator.comparing(row -> row.getFirst().toString()));
        assertEquals(expected.size(), found.size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), found.get(i));
        }
    }

    @Test
    void aMillionCellsAreOneLoad() {
        var text = new StringBuilder("id,name,price\n");
        for (int i = 0; i < 100_000; i++) {
            text.append(i)
                    .append(",name of ")
                    .append(i)
                    .append(',')
                    .append(i % 100)
                    .append(".25\n");
        }
        load(text.toString());
        assertEquals(100_000, project().rows("numbers").rows().size());
    }

    private void load(String text) {
        load(text, "{}");
    }

    private void write(String text, String config) {
        project()
                .file("seeds/numbers.csv", text)
                .file("seeds/seeds.yml", "version: 2\nseeds: [{name: numbers, config: " + config + "}]\n");
    }

    private void load(String text, String config) {
        write(text, config);
        project().assay("build").ends(0);
    }

    private static String cell(Random random) {
        if (random.nextInt(8) == 0) {
            return null;
        }
        var cell = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            cell.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return cell.toString();
    }

    private static String written(String cell) {
        return cell == null ? "" : '"' + cell.replace("\"", "\"\"") + '"';
    }
}

package dev.assay.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.duckdb.DuckDBCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DuckDB itself is asked which files each pattern means. */
class FileGlobTest {

    private static final List<String> FILES = List.of(
            "p1.csv",
            "p2.csv",
            "pa.csv",
            "p^.csv",
            "p.csv",
            ".h.csv",
            "p1.csv.gz",
            "x/p3.csv",
            "x/y/p4.csv",
            "q+(1).csv");

    private static final List<String> PATTERNS = List.of(
            "p*.csv",
            "*",
            "**",
            "**/*.csv",
            "**/p3.csv",
            "x/**/p3.csv",
            "x/**",
            "**/y/*",
            "p?.csv",
            "p[12].csv",
            "p[0-9].csv",
            "p[!1].csv",
            "p[^1].csv",
            "p[!0-9].csv",
            "P*.csv",
            "x/p*",
            "x*/p3.csv",
            "?/p3.csv",
            "*/*/*",
            "q+(1).csv",
            "q+(*).csv",
            "p1.csv",
            "p[1.csv",
            "*.csv*");

    @TempDir
    private Path folder;

    @Test
    void meansTheFilesThatDuckDBReads() throws IOException {
        for (String file : FILES) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), "a\n1\n");
        }
        try (Warehouse warehouse = DuckDBCase.inMemory();
                Session session = warehouse.open()) {
            for (String pattern : PATTERNS) {
                String whole = folder + "/" + pattern;
                var glob = new FileGlob(whole);
                assertEquals(
                        read(session, warehouse.dialect().literal(whole)),
                        FILES.stream()
                                .map(file -> folder.resolve(file).toString())
                                .filter(glob::matches)
                                .sorted()
                                .collect(Collectors.joining("\n")),
                        pattern);
            }
        }
    }

    private static String read(Session session, String literal) {
        var rows = session.query(Statement.of("look", "select file from glob(" + literal + ")"));
        return IntStream.range(0, rows.rows().size())
                .mapToObj(row -> rows.value(row, 0).toString())
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}

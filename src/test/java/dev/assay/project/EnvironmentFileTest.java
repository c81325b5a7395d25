package dev.assay.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.source.SourceFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentFileTest {

    private static Map<String, String> read(String text) {
        return EnvironmentFile.read(new SourceFile(".env", text));
    }

    @Test
    void namesAndValues() {
        assertEquals(Map.of("A", "1", "B_2", "two words"), read("A=1\nB_2 = two words  \n"));
        assertEquals(Map.of("A", "1", "B", ""), read("\r\nA=1\r\nB=\r\n"));
        assertEquals(Map.of("A", "1"), read("export A=1"));
        assertEquals(Map.of("A", "https://x/#y"), read("A=https://x/#y"));
    }

    @Test
    void comments() {
        assertEquals(
                Map.of("A", "1", "B", "x # y", "C", ""), read("# one\n\nA=1 # two\nB=\"x # y\" # three\nC= # four\n#"));
    }

    @Test
    void quotes() {
        assertEquals(Map.of("A", " $HOME \\n "), read("A=' $HOME \\n '"));
        assertEquals(Map.of("A", "one\ntwo \"x\" \\n"), read("A=\"one\\ntwo \\\"x\\\" \\\\n\""));
        assertEquals(
                Map.of("KEY", "-----BEGIN\nabc\n-----END", "B", "1"), read("KEY=\"-----BEGIN\nabc\n-----END\"\nB=1\n"));
        assertEquals(Map.of("A", "it's"), read("A=it's\n"));
    }

    @Test
    void theLastOneWins() {
        assertEquals(Map.of("A", "2"), read("A=1\nA=2\n"));
    }

    @Test
    void aWrongLineIsNumberedAndNeverShown() {
        List<Diagnostic> found = assertThrows(ProblemsFound.class, () -> read("A=1\nPASSWORD hunter22\nB='open\n"))
                .problems();
        assertEquals(
                List.of("line 2 of `.env` is not `NAME=value`", "line 3 of `.env` is not `NAME=value`"),
                found.stream().map(Diagnostic::headline).toList());
        assertFalse(found.toString().contains("hunter22"));
    }
}

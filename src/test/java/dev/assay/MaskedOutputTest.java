package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MaskedOutputTest {

    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

    private String seen() {
        return seen.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aSecretThatIsPrintedInPiecesIsHidden() {
        try (var out = MaskedOutput.over(seen, text -> text.replace("sesame", "***"))) {
            out.print("open ses");
            out.print("ame\n");
        }
        assertEquals("open ***\n", seen());
    }

    @Test
    void aLineThatIsNotFinishedIsSeenWhenItIsFlushed() {
        try (var out = MaskedOutput.over(seen, text -> text)) {
            out.print("Running");
            assertEquals("", seen());
            out.flush();
            assertEquals("Running", seen());
        }
    }

    @Test
    void muchTextComesThroughWholeWithoutAFlush() {
        String line = "käse und brot\n";
        try (var out = MaskedOutput.over(seen, text -> text)) {
            for (int i = 0; i < 5_000; i++) {
                out.print(line);
            }
        }
        assertEquals(line.repeat(5_000), seen());
    }
}

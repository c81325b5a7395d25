package dev.assay.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a server is sent of a file: one form, whatever the file's. */
class PlainRowsTest {

    private static String plain(String file, char delimiter) throws IOException {
        var data = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
        return new String(new PlainRows(data, delimiter, "").readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void headerMarkAndBlankLinesGo() throws IOException {
        assertEquals("1,2\n3,4\n", plain("\ufeffa,b\r\n1,2\r\r\n3,4", ','));
    }

    @Test
    void nullStaysApartFromEmptyText() throws IOException {
        assertEquals(",\"\"\n\"\",\n", plain("a,b\n,\"\"\n\"\",", ','));
        assertEquals("1\n\n2\n", plain("a\n1\n\n2\n", ','));
    }

    @Test
    void whatOthersWouldTakeForSomethingElseIsQuoted() throws IOException {
        assertEquals("\"\\.\"\n\"5\"\"\"\n\"x\ny\"\n", plain("a\n\\.\n5\"\n\"x\ny\"\n", ','));
        assertEquals("\"1,5\",é\n", plain("a;b\n1,5;é\n", ';'));
    }

    @Test
    void longRowsAndManyAreWhole() throws IOException {
        String cell = "\"" + "x\"\"".repeat(60_000) + "\"";
        String rows = (cell + ",1\n").repeat(5);
        assertEquals(rows, plain("a,b\n" + rows, ','));
        assertEquals("7,8\n".repeat(100_000), plain("a,b\n" + "7,8\n".repeat(100_000), ','));
    }

    /** Where a portion of the file ends must not matter: rows that lie in the buffer whole are read another way. */
    @Test
    void aFileThatComesInDropsSaysTheSame() throws IOException {
        String file = "\ufeffa,b,c\r\n1,\"x\"\"\ny\",é\r\n,\"\",5\"\r\r\n\n2,3,4\n日本,,\r5,6,7";
        String whole = "1,\"x\"\"\ny\",é\n,\"\",\"5\"\"\"\n2,3,4\n日本,,\n5,6,7\n";
        for (int drop = 1; drop <= 12; drop++) {
            assertEquals(
                    whole,
                    new String(new PlainRows(drops(file, drop), ',', "").readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static InputStream drops(String file, int most) {
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(most, length));
            }
        };
    }
}

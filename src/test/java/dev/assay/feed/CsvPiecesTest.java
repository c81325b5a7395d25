package dev.assay.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A file that is read in pieces is the file that is read from front to end. */
final class CsvPiecesTest {

    private static final List<String> CELLS = List.of(
            "1",
            "-20",
            "007",
            "3.25",
            "1e5",
            "true",
            "2024-02-29",
            "2024-02-30",
            "plain",
            "",
            "\"\"",
            "\"a,b\"",
            "\"two\nlines\"",
            "\"crlf\r\ninside\"",
            "\"a \"\"quote\"\"\"",
            "\"\n\n1,2,3\n\"",
            "ümlaut",
            " 5 ",
            "9999999999");

    @Test
    void piecesTellWhatTheWholeTells() throws IOException {
        var random = new Random(7);
        int joined = 0;
        for (int n = 0; n < 400; n++) {
            String file = text(random);
            SeedFile whole = whole(file);
            Optional<SeedFile> pieces = pieces(file, 2 + random.nextInt(6));
            if (pieces.isPresent()) {
                joined++;
                assertEquals(whole, pieces.get(), () -> file);
            }
        }
        assertTrue(joined > 50, "only " + joined + " files could be joined");
    }

    @Test
    void aPlainFileIsReadInPieces() throws IOException {
        var text = new StringBuilder("\ufeffid,amount\r\n");
        for (int n = 0; n < 1000; n++) {
            text.append(n).append(',').append(n == 900 ? "1.25" : "7").append("\r\n");
        }
        String file = text.toString();
        Optional<SeedFile> pieces = pieces(file, 5);
        assertEquals(Optional.of(whole(file)), pieces);
        assertEquals(1000, pieces.orElseThrow().rows());
        assertEquals(new FeedType.Decimal(18, 2), pieces.get().columns().get(1).type());
    }

    @Test
    void aBadRowInAnyPieceIsLeftToTheReaderOfTheWhole() throws IOException {
        for (String bad : List.of("1\n", "1,2,3\n", "\"x\"y,2\n", "1,\"never closed\n")) {
            for (int place : new int[] {1, 150, 299}) {
                String file = "a,b\n" + "1,2\n".repeat(place) + bad + "1,2\n".repeat(300 - place);
                assertEquals(Optional.empty(), pieces(file, 3), bad);
            }
        }
    }

    /** What a server is sent of a file that is plain already. */
    @Test
    void rowsThatAreSentAsTheyAreAreThoseOfThePlainForm() throws IOException {
        var random = new Random(11);
        int bare = 0;
        for (int n = 0; n < 1000; n++) {
            String file = text(random);
            SeedFile whole = whole(file);
            if (whole.bare()) {
                bare++;
                String sent = new String(whole.rows(new InMemory(file).from(0)).readAllBytes(), StandardCharsets.UTF_8);
                String plain = new String(
                        new PlainRows(new InMemory(file).from(0), ',', "").readAllBytes(), StandardCharsets.UTF_8);
                assertEquals(
                        plain.replace("\"\\.\"", "\\."),
                        sent.isEmpty() || sent.endsWith("\n") ? sent : sent + "\n",
                        file);
            }
        }
        assertTrue(bare > 30, "only " + bare + " files were plain");
    }

    @Test
    void aSmallFileIsNotSharedOut() throws IOException {
        String file = "a,b\n" + "1,2\n".repeat(1000);
        assertEquals(
                Optional.empty(), CsvPieces.of("x.csv", "x.csv", new InMemory(file), CsvForm.PLAIN, 8, new InTurn()));
    }

    private static String text(Random random) {
        String end = random.nextBoolean() ? "\n" : "\r\n";
        int cells = random.nextInt(4) == 0 ? CELLS.size() : 10;
        var text = new StringBuilder(random.nextBoolean() ? "\ufeffa,b,c" : "a,b,c").append(end);
        for (int row = random.nextInt(80); row > 0; row--) {
            for (int i = 0; i < 3; i++) {
                text.append(i == 0 ? "" : ",").append(CELLS.get(random.nextInt(cells)));
            }
            text.append(row == 1 && random.nextBoolean() ? "" : end);
            text.append(random.nextInt(20) == 0 ? end : "");
        }
        return text.toString();
    }

    private static Optional<SeedFile> pieces(String text, int count) throws IOException {
        return CsvPieces.ofAny(new InMemory(text), CsvForm.PLAIN, count, new InTurn())
                .map(tally -> tally.file("x.csv", "x.csv", ','));
    }

    private static SeedFile whole(String text) throws IOException {
        return CsvScan.of("x.csv", "x.csv", new InMemory(text).from(0), CsvForm.PLAIN);
    }

    private record InMemory(String text) implements FeedData {

        @Override
        public long size() {
            return bytes().length;
        }

        @Override
        public InputStream from(long place) throws IOException {
            var data = new ByteArrayInputStream(bytes());
            data.skipNBytes(place);
            return data;
        }

        private byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** One after the other: which thread reads a piece makes no difference to what it tells. */
    private static final class InTurn implements Parallel {
        @Override
        public <T> List<T> all(List<Callable<T>> parts) {
            return parts.stream().map(InTurn::done).toList();
        }

        private static <T> T done(Callable<T> part) {
            try {
                return part.call();
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        }
    }
}

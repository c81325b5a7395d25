package dev.assay.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.source.SourceFile;
import dev.assay.source.Span;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads JSON whole: into maps, lists, text, Long (BigInteger where it is longer), Double, Boolean and null. */
public final class JsonReader {

    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonReader() {}

    /** The file's one value. Wrong syntax is a problem with its place. */
    public static Object read(SourceFile file) {
        try (JsonParser parser = FACTORY.createParser(file.text())) {
            if (parser.nextToken() == null) {
                throw new ProblemsFound(
                        Diagnostic.error(Code.JSON_SYNTAX, file.top(), "this is not JSON: there is nothing in it"));
            }
            Object value = PlainValues.read(parser);
            if (parser.nextToken() != null) {
                int at = (int) parser.currentTokenLocation().getCharOffset();
                throw new ProblemsFound(Diagnostic.error(
                        Code.JSON_SYNTAX, place(file, at), "this is not JSON: something follows after its end"));
            }
            return value;
        } catch (JsonProcessingException refused) {
            throw new ProblemsFound(problem(file, refused));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Reads a value given on the command line or in a variable. */
    public static Object readText(String name, String text) {
        return read(new SourceFile(name, text));
    }

    private static Diagnostic problem(SourceFile file, JsonProcessingException refused) {
        int at = refused.getLocation() == null ? 0 : (int) refused.getLocation().getCharOffset();
        return Diagnostic.error(Code.JSON_SYNTAX, place(file, at), "this is not JSON: " + words(refused));
    }

    private static Span place(SourceFile file, int offset) {
        int at = Math.clamp(offset, 0, file.text().length());
        return file.span(at, Math.min(at + 1, file.text().length()));
    }

    /** The parser's own words, on one line and as the end of a sentence. */
    static String words(JsonProcessingException refused) {
        String words = refused.getOriginalMessage().lines().findFirst().orElse("");
        return words.isEmpty() ? "it ends too early" : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}

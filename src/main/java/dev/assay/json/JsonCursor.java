package dev.assay.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/**
 * Walks through a big JSON file and holds only what is asked for. Whoever is called back for a field or an item reads the
 * value by {@link #value}, {@link #object}, {@link #array}, or passes it by {@link #skip}; not touching it passes it too.
 */
public final class JsonCursor implements Closeable {

    private final String name;
    private final JsonParser parser;

    private JsonCursor(String name, JsonParser parser) {
        this.name = name;
        this.parser = parser;
    }

    /** @param name of the file, for messages */
    public static JsonCursor over(String name, InputStream stream) {
        try {
            var cursor = new JsonCursor(name, JsonReader.FACTORY.createParser(stream));
            cursor.step();
            return cursor;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Calls back for each field of the object that stands here, by name. Anything but an object has no fields. */
    public void object(Consumer<String> field) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            skip();
            return;
        }
        while (step() != JsonToken.END_OBJECT) {
            String fieldName = currentName();
            step();
            consumed(() -> field.accept(fieldName));
        }
    }

    /** Calls back for each item of the array that stands here. Anything but an array has no items. */
    public void array(Runnable item) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            skip();
            return;
        }
        while (step() != JsonToken.END_ARRAY) {
            consumed(item);
        }
    }

    /** The value that stands here, whole. */
    public Object value() {
        return read(() -> PlainValues.read(parser));
    }

    /** Passes the value that stands here. */
    public void skip() {
        read(parser::skipChildren);
    }

    private void consumed(Runnable reader) {
        long start = parser.currentTokenLocation().getByteOffset();
        reader.run();
        if (parser.currentTokenLocation().getByteOffset() == start) {
            skip();
        }
    }

    private String currentName() {
        return read(parser::currentName);
    }

    private JsonToken step() {
        return read(() -> {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new com.fasterxml.jackson.core.io.JsonEOFException(
                        parser, JsonToken.NOT_AVAILABLE, "It ends too early");
            }
            return token;
        });
    }

    @Override
    public void close() {
        read(() -> {
            parser.close();
            return name;
        });
    }

    private <T> T read(Step<T> step) {
        try {
            return step.run();
        } catch (JsonProcessingException refused) {
            JsonLocation at = refused.getLocation();
            String place = at == null ? name : name + ":" + at.getLineNr() + ":" + at.getColumnNr();
            throw new ProblemsFound(
                    Diagnostic.error(Code.JSON_SYNTAX, place + " is not JSON: " + JsonReader.words(refused)));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    @FunctionalInterface
    private interface Step<T> {
        T run() throws IOException;
    }
}

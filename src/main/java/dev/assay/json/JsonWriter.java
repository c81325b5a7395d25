package dev.assay.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Writes JSON piece by piece, so that a big file is never held as a tree. What is opened by {@link #object} or {@link
 * #array} is closed by {@link #end}.
 */
public final class JsonWriter implements Closeable {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator generator;

    private final UnaryOperator<String> mask;

    private JsonWriter(JsonGenerator generator) {
        this(generator.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM), UnaryOperator.identity());
    }

    private JsonWriter(JsonGenerator generator, UnaryOperator<String> mask) {
        this.generator = generator;
        this.mask = mask;
    }

    public static JsonWriter to(OutputStream stream) {
        try {
            return new JsonWriter(FACTORY.createGenerator(stream));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    public static JsonWriter to(Writer writer) {
        try {
            return new JsonWriter(FACTORY.createGenerator(writer));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** What the given steps write, on one line. */
    public static String text(Consumer<JsonWriter> steps) {
        var text = new StringWriter();
        try (JsonWriter json = to(text)) {
            steps.accept(json);
        }
        return text.toString();
    }

    /**
     * Hides something in each text that is written. Names that the caller gives stay, else what reads the file would not
     * find them; those of a map are data, and so are its numbers.
     */
    public JsonWriter masked(UnaryOperator<String> mask) {
        return new JsonWriter(generator, mask);
    }

    /** From here on with line breaks and indentation, for files that people open. */
    public JsonWriter indented() {
        generator.setPrettyPrinter(new DefaultPrettyPrinter());
        return this;
    }

    public JsonWriter object() {
        try {
            generator.writeStartObject();
            return this;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    public JsonWriter object(String name) {
        return name(name).object();
    }

    public JsonWriter array() {
        try {
            generator.writeStartArray();
            return this;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    public JsonWriter array(String name) {
        return name(name).array();
    }

    /** Closes the object or array that was opened last. */
    public JsonWriter end() {
        try {
            if (generator.getOutputContext().inArray()) {
                generator.writeEndArray();
            } else {
                generator.writeEndObject();
            }
            return this;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    public JsonWriter name(String name) {
        try {
            generator.writeFieldName(name);
            return this;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    public JsonWriter field(String name, Object value) {
        return name(name).value(value);
    }

    /** A plain value: null, text, a number, a boolean, a map, a list, an Optional of these; anything else as its text. */
    public JsonWriter value(Object value) {
        try {
            if (value instanceof String text) {
                generator.writeString(mask.apply(text));
            } else {
                any(value);
            }
            return this;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private void any(Object value) throws IOException {
        switch (value) {
            case null -> generator.writeNull();
            case Boolean flag -> generator.writeBoolean(flag);
            case Number number -> number(number);
            case Map<?, ?> map -> {
                object();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    name(mask.apply(String.valueOf(entry.getKey()))).inner(entry.getValue());
                }
                end();
            }
            case Iterable<?> items -> {
                array();
                for (Object item : items) {
                    inner(item);
                }
                end();
            }
            case Optional<?> optional -> value(optional.orElse(null));
            case OptionalLong optional -> value(optional.isPresent() ? optional.getAsLong() : null);
            default -> generator.writeString(mask.apply(value.toString()));
        }
    }

    /** What lies in a map or a list is somebody's: a number there may be the one that nobody is to see. */
    private void inner(Object value) {
        boolean hidden =
                value instanceof Number && !mask.apply(value.toString()).equals(value.toString());
        value(hidden ? value.toString() : value);
    }

    private void number(Number value) throws IOException {
        switch (value) {
            case Integer number -> generator.writeNumber(number);
            case Long number -> generator.writeNumber(number);
            case Short number -> generator.writeNumber(number);
            case Byte number -> generator.writeNumber(number.intValue());
            case Float number -> generator.writeNumber(number);
            case Double number -> generator.writeNumber(number);
            case BigInteger number -> generator.writeNumber(number);
            case BigDecimal number -> generator.writeNumber(number);
            default -> generator.writeString(value.toString());
        }
    }

    @Override
    public void close() {
        try {
            generator.close();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}

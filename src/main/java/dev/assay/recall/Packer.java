package dev.assay.recall;

import dev.assay.source.SourceFile;
import dev.assay.source.Span;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Values as bytes. Each text and each file is written once, and named by its number wherever it comes again. */
final class Packer {

    private final ByteArrayOutputStream texts = new ByteArrayOutputStream(1 << 16);
    private final ByteArrayOutputStream files = new ByteArrayOutputStream(1 << 12);
    private final ByteArrayOutputStream values = new ByteArrayOutputStream(1 << 16);
    private final Map<String, Integer> textNumbers = new HashMap<>();
    private final IdentityHashMap<SourceFile, Integer> fileNumbers = new IdentityHashMap<>();
    private final UnaryOperator<String> mask;

    /** @param mask what it changes is not packed */
    Packer(UnaryOperator<String> mask) {
        this.mask = mask;
    }

    /** All of it: the texts, the files, and the values that were written. */
    byte[] bytes() {
        var whole = new ByteArrayOutputStream(texts.size() + files.size() + values.size() + 16);
        number(whole, textNumbers.size());
        whole.writeBytes(texts.toByteArray());
        number(whole, fileNumbers.size());
        whole.writeBytes(files.toByteArray());
        whole.writeBytes(values.toByteArray());
        return whole.toByteArray();
    }

    void number(long number) {
        number(values, number);
    }

    // Seven bits a byte, the lowest first; a negative number takes ten bytes.
    private static void number(ByteArrayOutputStream to, long number) {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            to.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        to.write((int) rest);
    }

    void flag(boolean flag) {
        values.write(flag ? 1 : 0);
    }

    // Only the build that wrote it reads it: its words have their numbers still.
    @SuppressWarnings("EnumOrdinal")
    void word(Enum<?> word) {
        number(word.ordinal());
    }

    void text(String text) {
        number(numberOf(text));
    }

    private int numberOf(String text) {
        Integer known = textNumbers.get(text);
        if (known == null) {
            known = textNumbers.size();
            textNumbers.put(text, known);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (bytes.length != text.length() && !new String(bytes, StandardCharsets.UTF_8).equals(text)) {
                throw new Unpackable("a text that is no Unicode");
            }
            requireOpen(text);
            number(texts, bytes.length);
            texts.writeBytes(bytes);
        }
        return known;
    }

    private void requireOpen(String text) {
        if (!mask.apply(text).equals(text)) {
            throw new Unpackable("a secret");
        }
    }

    void file(SourceFile file) {
        Integer known = fileNumbers.get(file);
        if (known == null) {
            known = fileNumbers.size();
            fileNumbers.put(file, known);
            number(files, numberOf(file.path()));
            number(files, numberOf(file.text()));
        }
        number(known);
    }

    void span(Span span) {
        file(span.file());
        number(span.start());
        number(span.end() - span.start());
    }

    <T> void list(Collection<? extends T> items, Consumer<T> each) {
        number(items.size());
        items.forEach(each);
    }

    void texts(Collection<String> items) {
        list(items, this::text);
    }

    <T> void optional(Optional<T> value, Consumer<T> some) {
        flag(value.isPresent());
        value.ifPresent(some);
    }

    <T> void map(Map<String, T> map, Consumer<T> each) {
        number(map.size());
        map.forEach((key, value) -> {
            text(key);
            each.accept(value);
        });
    }

    /** A value as YAML and templates have it. */
    void plain(Object value) {
        switch (value) {
            case null -> tag(PlainTag.NOTHING);
            case String text -> {
                tag(PlainTag.TEXT);
                text(text);
            }
            case Boolean flag -> tag(flag ? PlainTag.TRUE : PlainTag.FALSE);
            case Long whole -> {
                requireOpen(whole.toString());
                tag(PlainTag.LONG);
                number(whole);
            }
            case Integer whole -> {
                requireOpen(whole.toString());
                tag(PlainTag.INTEGER);
                number(whole);
            }
            case Double real -> {
                requireOpen(real.toString());
                tag(PlainTag.DOUBLE);
                number(Double.doubleToRawLongBits(real));
            }
            case BigInteger big -> {
                tag(PlainTag.BIG);
                text(big.toString());
            }
            case List<?> list -> {
                tag(PlainTag.LIST);
                list(list, this::plain);
            }
            case Map<?, ?> map -> {
                tag(PlainTag.MAP);
                number(map.size());
                map.forEach((key, inner) -> {
                    plain(key);
                    plain(inner);
                });
            }
            default -> throw new Unpackable("a " + value.getClass().getName());
        }
    }

    private void tag(PlainTag kind) {
        word(kind);
    }
}

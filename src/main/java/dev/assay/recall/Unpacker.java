package dev.assay.recall;

import dev.assay.source.SourceFile;
import dev.assay.source.Span;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The way back from the bytes of a {@link Packer}. */
final class Unpacker {

    private static final PlainTag[] KINDS = PlainTag.values();

    private final byte[] bytes;
    private final String[] texts;
    private final SourceFile[] files;
    private int at;

    /** @param start where the bytes of the packer begin */
    Unpacker(byte[] bytes, int start) {
        this.bytes = bytes;
        this.at = start;
        this.texts = new String[count()];
        for (int i = 0; i < texts.length; i++) {
            int length = count();
            texts[i] = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
        }
        this.files = new SourceFile[count()];
        for (int i = 0; i < files.length; i++) {
            files[i] = new SourceFile(text(), text());
        }
    }

    long number() {
        long number = 0;
        int shift = 0;
        byte part = bytes[at++];
        while (part < 0) {
            number |= (part & 0x7FL) << shift;
            shift += 7;
            part = bytes[at++];
        }
        return number | ((long) part << shift);
    }

    int count() {
        return (int) number();
    }

    boolean flag() {
        return bytes[at++] != 0;
    }

    <E extends Enum<E>> E word(E[] words) {
        return words[count()];
    }

    String text() {
        return texts[count()];
    }

    SourceFile file() {
        return files[count()];
    }

    Span span() {
        SourceFile file = file();
        int start = count();
        return new Span(file, start, start + count());
    }

    @SuppressWarnings("unchecked")
    <T> List<T> list(Supplier<T> each) {
        var items = new Object[count()];
        for (int i = 0; i < items.length; i++) {
            items[i] = each.get();
        }
        return (List<T>) List.of(items);
    }

    List<String> texts() {
        return list(this::text);
    }

    <T> Optional<T> optional(Supplier<T> some) {
        return flag() ? Optional.of(some.get()) : Optional.empty();
    }

    /** In the order in which it was written. */
    <T> Map<String, T> map(Supplier<T> each) {
        int size = count();
        if (size == 0) {
            return Map.of();
        }
        if (size == 1) {
            return Collections.singletonMap(text(), each.get());
        }
        var map = LinkedHashMap.<String, T>newLinkedHashMap(size);
        for (int i = 0; i < size; i++) {
            map.put(text(), each.get());
        }
        return Collections.unmodifiableMap(map);
    }

    Object plain() {
        return switch (word(KINDS)) {
            case NOTHING -> null;
            case TEXT -> text();
            case TRUE -> true;
            case FALSE -> false;
            case LONG -> number();
            case INTEGER -> (int) number();
            case DOUBLE -> Double.longBitsToDouble(number());
            case BIG -> new BigInteger(text());
            case LIST -> plainList();
            case MAP -> plainMap();
        };
    }

    private List<Object> plainList() {
        var items = new Object[count()];
        Arrays.setAll(items, i -> plain());
        return Collections.unmodifiableList(Arrays.asList(items));
    }

    private Map<Object, Object> plainMap() {
        int size = count();
        var map = LinkedHashMap.newLinkedHashMap(size);
        for (int i = 0; i < size; i++) {
            map.put(plain(), plain());
        }
        return Collections.unmodifiableMap(map);
    }
}

package dev.assay.select;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** When a test that no term names comes along with the nodes it looks at. */
public enum Indirect {
    /** With any of them. */
    EAGER,
    /** When all of them are chosen. */
    CAUTIOUS,
    /** When all of them are chosen, or are needed by what is chosen, or are sources. */
    BUILDABLE,
    /** Never. */
    EMPTY;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Indirect> of(String word) {
        return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Indirect::word).toList();
    }
}

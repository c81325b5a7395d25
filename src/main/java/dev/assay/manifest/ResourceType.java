package dev.assay.manifest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of things that a project declares. */
public enum ResourceType {
    MODEL,
    SEED,
    SOURCE,
    TEST,
    ANALYSIS,
    EXPOSURE,
    MACRO,
    GROUP,
    DOC;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ResourceType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }
}

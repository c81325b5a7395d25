package dev.assay.manifest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

    private static final Map<String, ResourceType> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ResourceType::word, type -> type));

    private final String word = name().toLowerCase(Locale.ROOT);

    public String word() {
        return word;
    }

    public static Optional<ResourceType> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }
}

package dev.assay.manifest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The kinds of constraints on tables. */
public enum ConstraintKind {
    NOT_NULL,
    UNIQUE,
    PRIMARY_KEY,
    FOREIGN_KEY,
    /** A condition that each row has to meet. */
    CHECK,
    /** In the words of the warehouse. */
    CUSTOM;

    /** As {@code type} of a constraint has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether an expression says what it demands, rather than a list of columns. */
    public boolean isExpression() {
        return this == CHECK || this == CUSTOM;
    }

    /** @param word one of {@link #words} */
    public static ConstraintKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(ConstraintKind::word).toList();
    }
}

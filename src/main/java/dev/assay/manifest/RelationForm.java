package dev.assay.manifest;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a model or seed becomes in the warehouse. */
public enum RelationForm {
    TABLE,
    INCREMENTAL,
    /** A table whose rows are written to a file too. */
    EXTERNAL,
    SEED,
    VIEW,
    MATERIALIZED_VIEW,
    /** No relation: its SQL becomes a part of the SQL of its readers. */
    EPHEMERAL,
    /** A materialization that is not ours. */
    OTHER;

    private static final Map<String, RelationForm> OF_MODELS = Stream.of(values())
            .filter(form -> form != SEED && form != OTHER)
            .collect(Collectors.toUnmodifiableMap(RelationForm::word, form -> form));

    private final String word = name().toLowerCase(Locale.ROOT);

    /** @param word as a model's {@code materialized} has it */
    public static RelationForm ofModel(String word) {
        return OF_MODELS.getOrDefault(word, OTHER);
    }

    /** As {@code materialized} has it. */
    public String word() {
        return word;
    }

    /** Whether it has rows of its own, which a run writes. */
    public boolean storesRows() {
        return this == TABLE || this == INCREMENTAL || this == EXTERNAL || this == SEED;
    }

    /** Whether it is defined by a query that the warehouse keeps: a view or a materialized view. */
    public boolean isQuery() {
        return this == VIEW || this == MATERIALIZED_VIEW;
    }
}

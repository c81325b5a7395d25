package dev.assay.warehouse;

import java.util.Locale;

/** What a warehouse may be able to do. Declared: it works. Not declared: it is refused, by name. */
public enum Capability {
    VIEWS,
    /** Changes of definitions are part of a transaction, so that many relations change at once. */
    TRANSACTIONAL_DEFINITIONS,
    /** Several processes at a time. */
    MANY_PROCESSES,
    COMMENTS,
    GRANTS,
    CANCEL,
    INDEXES,
    /** Constraints on tables are enforced. */
    CONSTRAINTS,
    MATERIALIZED_VIEWS,
    EXTERNAL_FILES,
    /** A table can be read as it was at a moment that is past. */
    TIME_TRAVEL,
    /** A common table expression can be computed once for several readers: {@code with x as materialized (…)}. */
    MATERIALIZED_EXPRESSIONS,
    /** A view is bound to the very relations that it was made over: they cannot go before it. */
    VIEWS_HOLD_RELATIONS;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

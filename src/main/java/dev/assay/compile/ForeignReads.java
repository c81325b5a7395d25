package dev.assay.compile;

import java.util.Optional;

/** Finds what makes a query give other rows although assay publishes nothing. */
record ForeignReads(ProjectNames names) {

    /**
     * The first word that asks the clock, chance or the session; else what is read that this project does not publish.
     *
     * @param read what is read in the same text
     */
    Optional<String> liveWord(TokenReader tokens, RelationNames.Found read) {
        return VolatileSql.in(tokens)
                .or(() -> read.files().stream().findFirst())
                .or(() -> read.names().stream()
                        .filter(name -> !isDual(name) && names.published(name).isEmpty())
                        .map(WrittenName::toString)
                        .findFirst());
    }

    /** Snowflake's table of one row. */
    private static boolean isDual(WrittenName name) {
        return name.toString().equalsIgnoreCase("dual");
    }
}

package dev.assay.feed;

import dev.assay.source.Span;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a CSV file is to be read.
 *
 * @param plainScale digits behind the point that the warehouse keeps in a {@code decimal} without numbers; empty for all
 * @param columnTypes declared types by column, in the warehouse's words; they win over what the cells look like
 * @param typesPlace where they are declared
 */
public record CsvForm(
        char delimiter, Map<String, String> columnTypes, Optional<Span> typesPlace, OptionalInt plainScale) {

    /** Commas, and types by what the cells hold. */
    public static final CsvForm PLAIN = new CsvForm(',', Map.of(), Optional.empty(), OptionalInt.empty());

    public CsvForm {
        columnTypes = Map.copyOf(columnTypes);
    }
}

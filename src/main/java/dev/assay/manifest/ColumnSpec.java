package dev.assay.manifest;

import dev.assay.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What YAML says of a column. */
public record ColumnSpec(
        String name,
        Span place,
        String description,
        Optional<String> dataType,
        boolean quoted,
        List<String> tags,
        Map<String, Object> meta,
        List<Map<String, Object>> constraints) {

    public ColumnSpec {
        tags = List.copyOf(tags);
        constraints = List.copyOf(constraints);
    }
}

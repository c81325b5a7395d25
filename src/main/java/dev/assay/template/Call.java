package dev.assay.template;

import dev.assay.source.Span;
import java.util.List;
import java.util.Map;

/**
 * One call as a template made it, its arguments as plain values.
 *
 * @param place the whole call as the user wrote it: {@code ${ref("stg_order")}}
 */
public record Call(String name, List<Object> positional, Map<String, Object> named, Span place) {}

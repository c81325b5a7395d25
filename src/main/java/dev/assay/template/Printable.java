package dev.assay.template;

import java.util.Map;

/**
 * A value that prints as text and has parts: a relation prints as its quoted name and has {@code .schema}, {@code .name}.
 */
public interface Printable {

    /** Called each time when a template prints or examines the value as text. */
    String print();

    /** Called when a template asks for a part: {@code this.schema}. */
    default Map<String, Object> parts() {
        return Map.of();
    }
}

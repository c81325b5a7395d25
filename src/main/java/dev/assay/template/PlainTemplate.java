package dev.assay.template;

import java.util.List;
import java.util.Map;

/**
 * A template that holds nothing but text, comments, calls with literal values and names: most models are written so. It is read and
 * rendered here without FreeMarker, whose parser takes most of the time of a project's reading; the outcome is the same
 * to the letter. Whatever is in doubt is left to FreeMarker.
 */
record PlainTemplate(List<Part> parts) {

    sealed interface Part {

        int start();

        int end();
    }

    /** Copied as it stands; without the blanks of lines that hold tags only. */
    record Text(int start, int end) implements Part {}

    /** {@code ${this}} */
    record Name(String name, int start, int end) implements Part {}

    /** {@code ${ref("orders")}} */
    record Interpolation(String name, List<Object> positional, int start, int end) implements Part {}

    /** {@code [@config materialized="table" /]} */
    record EmptyTag(String name, Map<String, Object> named, int start, int end) implements Part {}

    /** {@code [#-- why --]} */
    record Comment(int start, int end) implements Part {}

    PlainTemplate {
        parts = List.copyOf(parts);
    }
}

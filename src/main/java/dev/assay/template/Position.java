package dev.assay.template;

import dev.assay.source.Span;

/** A piece of one template's text. */
record Position(TemplateSource written, int start, int end) {

    Span span() {
        return written.span(start, end);
    }

    String text() {
        return written.text().substring(start, end);
    }
}

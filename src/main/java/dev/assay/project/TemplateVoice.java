package dev.assay.project;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.source.Span;

/** Hears what templates say: {@code log("…")} and {@code warn("…")}. May be called by many threads. */
public interface TemplateVoice {

    void log(String words, Span place);

    void warn(Diagnostic warning);
}

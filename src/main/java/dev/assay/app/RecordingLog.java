package dev.assay.app;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.project.TemplateVoice;
import dev.assay.source.Span;

/** Passes on what templates say, and knows afterwards whether they did: who speaks while it is read is read again. */
final class RecordingLog implements TemplateVoice {

    private final TemplateVoice listener;
    private boolean spoken;

    RecordingLog(TemplateVoice listener) {
        this.listener = listener;
    }

    boolean spoken() {
        return spoken;
    }

    @Override
    public void log(String words, Span place) {
        spoken = true;
        listener.log(words, place);
    }

    @Override
    public void warn(Diagnostic warning) {
        spoken = true;
        listener.warn(warning);
    }
}

package dev.assay.cli;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.project.TemplateVoice;
import dev.assay.report.Report;
import dev.assay.result.RunEvent;
import dev.assay.source.Span;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** What templates say, on whatever thread they are rendered, until the thread that speaks passes it on. */
final class TemplateLog implements TemplateVoice {

    private final Queue<Consumer<Report>> waiting = new ConcurrentLinkedQueue<>();

    @Override
    public void log(String words, Span place) {
        waiting.add(report -> report.on(new RunEvent.Said(Diagnostic.Level.NOTE, words)));
    }

    @Override
    public void warn(Diagnostic warning) {
        waiting.add(report -> report.problems(List.of(warning)));
    }

    void passOn(Report report) {
        for (Consumer<Report> next = waiting.poll(); next != null; next = waiting.poll()) {
            next.accept(report);
        }
    }
}

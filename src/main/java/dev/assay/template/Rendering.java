package dev.assay.template;

import dev.assay.diagnostic.AssayBug;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.source.SourceMap;
import dev.assay.source.Span;
import freemarker.core.Environment;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;

/** One template being rendered by FreeMarker, once. */
final class Rendering {

    private final Engine engine;
    private final TemplateSource main;
    private final CallRecording recording;
    private final Environment environment;
    private final RenderProblems problems;
    private Watchdog.Watch watch;
    private Optional<Position> full = Optional.empty();

    private Rendering(
            Engine engine, TemplateSource main, Scope scope, CallRecording recording, Function<Rendering, Writer> out) {
        this.engine = engine;
        this.main = main;
        this.recording = recording;
        this.problems = new RenderProblems(engine.library(), main, scope);
        try {
            this.environment =
                    engine.template(main).createProcessingEnvironment(new ScopeModel(scope, this), out.apply(this));
        } catch (TemplateException | IOException e) {
            throw new AssayBug("a template could not be started", e);
        }
    }

    static String text(Engine engine, TemplateSource main, Scope scope, CallRecording recording) {
        var out = new BoundedWriter[1];
        new Rendering(engine, main, scope, recording, rendering -> {
                    out[0] = new BoundedWriter(engine.limits().characters(), rendering::noteFull);
                    return out[0];
                })
                .run();
        return out[0].text();
    }

    /** Renders a second time, with the answers of the first, to see which letter comes from where. */
    static SourceMap map(Engine engine, TemplateSource main, Scope scope, CallRecording recording) {
        var traced = new TracingWriter[1];
        new Rendering(engine, main, scope, recording.again(), rendering -> {
                    traced[0] = new TracingWriter(engine.limits().characters(), rendering::now);
                    return traced[0];
                })
                .run();
        return traced[0].map();
    }

    private void run() {
        watch = engine.watchdog()
                .watch(engine.limits(), this::glance, seen -> endless().stuck(seen));
        try {
            environment.process();
        } catch (CallFailure callFailure) {
            throw callFailure.thrown();
        } catch (TemplateException e) {
            throw unwrapped(e);
        } catch (IOException e) {
            throw new AssayBug("writing into memory went wrong", e);
        } catch (BoundedWriter.Full e) {
            throw new ProblemsFound(endless().output(full.orElseGet(this::now)));
        } catch (StackOverflowError e) {
            throw new ProblemsFound(endless().recursion());
        } catch (OutOfMemoryError e) {
            throw new ProblemsFound(endless().memory());
        } catch (RuntimeException e) {
            throw stopped().orElseGet(() -> foreign(e));
        } finally {
            engine.watchdog().end(watch);
        }
    }

    /** What ends an expression's own loop arrives wrapped. */
    private RuntimeException unwrapped(TemplateException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CallFailure callFailure) {
                return callFailure.thrown();
            }
        }
        return stopped().orElseGet(() -> new ProblemsFound(problems.of(e)));
    }

    /** Whoever interrupts this thread wants the whole work to end, and says why himself. */
    private RuntimeException foreign(RuntimeException e) {
        return Thread.currentThread().isInterrupted()
                ? new CancellationException("interrupted while rendering")
                : new ProblemsFound(problems.unforeseen(e));
    }

    private Optional<RuntimeException> stopped() {
        return watch.barked() ? Optional.of(new ProblemsFound(endless().time(watch.seen()))) : Optional.empty();
    }

    private LimitProblems endless() {
        return new LimitProblems(engine.library(), main, engine.limits());
    }

    /** Runs code of ours for the template. */
    <T> T guard(Supplier<T> ours) {
        watch.pause();
        try {
            return recording.answer(ours);
        } catch (RuntimeException e) {
            throw new CallFailure(e);
        } finally {
            watch.resume();
        }
    }

    TemplateModel macros(String namespace) throws TemplateException, IOException {
        var entry = engine.library().get(namespace);
        return entry == null ? null : environment.importLib(entry.template(), null);
    }

    RenderProblems problems() {
        return problems;
    }

    /** The call that is being made, in the letters of its user. */
    Span placeOfCall(String name, List<Object> positional) {
        return Statements.call(statement(), name, positional).span();
    }

    /** The tag or interpolation at work. */
    Position statement() {
        Position now = now();
        return Statements.at(now.written(), now.start());
    }

    /** Where the tag, interpolation or text at work begins. */
    private Position now() {
        return problems.position(new TemplateException((String) null, environment));
    }

    private void noteFull() {
        var stack = new TemplateException((String) null, environment);
        full = Optional.of(LimitProblems.loop(problems.frames(stack), problems.position(stack)));
    }

    /** Looks from the watchdog's thread, while the template goes on: a look can go wrong, and is tried again. */
    private Optional<Position> glance() {
        for (int attempt = 0; attempt < 5; attempt++) {
            try {
                var stack = new TemplateException((String) null, environment);
                return Optional.of(LimitProblems.loop(problems.frames(stack), problems.position(stack)));
            } catch (RuntimeException e) {
                Thread.onSpinWait();
            }
        }
        return Optional.empty();
    }
}

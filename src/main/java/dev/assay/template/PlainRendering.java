package dev.assay.template;

import dev.assay.source.SourceMap;
import dev.assay.source.SourceMap.Piece;
import dev.assay.source.Span;
import dev.assay.sql.SqlText;
import dev.assay.template.PlainTemplate.Comment;
import dev.assay.template.PlainTemplate.EmptyTag;
import dev.assay.template.PlainTemplate.Interpolation;
import dev.assay.template.PlainTemplate.Name;
import dev.assay.template.PlainTemplate.Part;
import dev.assay.template.PlainTemplate.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plain template being rendered. When a name turns out to be something else than it looks like, FreeMarker takes over
 * with the answers that were given so far.
 */
final class PlainRendering {

    private final TemplateSource written;
    private final Scope scope;
    private final CallRecording recording;
    private final StringBuilder out = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();

    private PlainRendering(TemplateSource written, Scope scope, CallRecording recording) {
        this.written = written;
        this.scope = scope;
        this.recording = recording;
    }

    static Optional<SqlText> of(TemplateSource written, Scope scope, CallRecording recording) {
        return PlainReader.read(written.text())
                .flatMap(plain -> new PlainRendering(written, scope, recording).render(plain));
    }

    private Optional<SqlText> render(PlainTemplate plain) {
        for (Part part : plain.parts()) {
            int start = out.length();
            if (!print(part)) {
                return Optional.empty();
            }
            if (out.length() > start) {
                pieces.add(new Piece(start, out.length() - start, place(part), part instanceof Text));
            }
        }
        return Optional.of(new SqlText(out.toString(), new SourceMap(pieces)));
    }

    /** Whether the part is what it looks like. */
    private boolean print(Part part) {
        return switch (part) {
            case Text text -> {
                out.append(written.text(), text.start(), text.end());
                yield true;
            }
            case Comment comment -> true;
            case Name name -> print(scope.names().get(name.name()));
            case Interpolation call ->
                scope.names().get(call.name()) instanceof Callable callable
                        && print(recording.answer(
                                () -> callable.call(new Call(call.name(), call.positional(), Map.of(), place(call)))));
            case EmptyTag tag ->
                scope.names().get(tag.name()) instanceof Callable callable
                        && printResult(recording.answer(
                                () -> callable.call(new Call(tag.name(), List.of(), tag.named(), place(tag)))));
        };
    }

    private boolean print(Object value) {
        String text = switch (value) {
            case String letters -> letters;
            case Printable printable -> recording.answer(printable::print);
            case Long number -> number.toString();
            case Integer number -> number.toString();
            case null, default -> null;
        };
        if (text != null) {
            out.append(text);
        }
        return text != null;
    }

    private boolean printResult(Object result) {
        return result == null || print(result);
    }

    private Span place(Part part) {
        return written.span(part.start(), part.end());
    }
}

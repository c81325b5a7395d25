package dev.assay.template;

import dev.assay.source.SourceFile;
import dev.assay.source.Span;
import dev.assay.sql.SqlText;
import java.util.List;

/** Renders templates; knows the macros of the project. May be used by many threads. */
public final class Templates {

    /** A file of macros and functions, and the name under which templates call them. */
    public record MacroFile(String namespace, SourceFile file) {}

    private final List<MacroFile> macros;
    private final RenderLimits limits;
    private Engine engine;

    private Templates(List<MacroFile> macros, RenderLimits limits) {
        this.macros = List.copyOf(macros);
        this.limits = limits;
    }

    /**
     * @throws dev.assay.diagnostic.ProblemsFound with the syntax errors of all macro files
     */
    public static Templates of(List<MacroFile> macros) {
        return of(macros, RenderLimits.USUAL);
    }

    public static Templates of(List<MacroFile> macros, RenderLimits limits) {
        var templates = new Templates(macros, limits);
        if (!macros.isEmpty()) {
            templates.engine();
        }
        return templates;
    }

    /** The same with macro files that are known to be right: they are read when a template asks for more than plain words. */
    public static Templates ofKnown(List<MacroFile> macros) {
        return new Templates(macros, RenderLimits.USUAL);
    }

    // Made on first use, for it is dear and most templates are plain. A race makes two of which one is used.
    private Engine engine() {
        Engine known = engine;
        if (known == null) {
            var parser = new TemplateParser();
            known = Engine.of(parser, Library.of(macros, parser), limits);
            engine = known;
        }
        return known;
    }

    /**
     * Renders a file.
     *
     * @throws dev.assay.diagnostic.ProblemsFound when the template or what it calls is wrong
     */
    public SqlText render(SourceFile file, Scope scope) {
        return output(file, scope).sql();
    }

    /**
     * What a template rendered to.
     *
     * @param isPlain whether the template only prints values: it has no means to look at one
     */
    public record Output(SqlText sql, boolean isPlain) {}

    /**
     * Renders a file.
     *
     * @throws dev.assay.diagnostic.ProblemsFound when the template or what it calls is wrong
     */
    public Output output(SourceFile file, Scope scope) {
        var written = TemplateSource.whole(file);
        JinjaRemains.throwIfAny(written);
        var recording = CallRecording.empty();
        return PlainRendering.of(written, scope, recording)
                .map(sql -> new Output(sql, true))
                .orElseGet(() -> {
                    var sofar = recording.again();
                    String text = Rendering.text(engine(), written, scope, sofar);
                    var origin = new Rerendered(() -> Rendering.map(engine(), written, scope, sofar));
                    return new Output(new SqlText(text, origin), false);
                });
    }

    /**
     * A template's text and those of the macro files that it names, directly or not. A name is looked for as a word, so
     * there may be one too many.
     */
    public List<String> sources(SourceFile file) {
        var texts = new java.util.ArrayList<>(List.of(file.text()));
        var seen = new java.util.HashSet<String>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            macros.stream()
                    .filter(macro -> text.contains(macro.namespace()) && seen.add(macro.namespace()))
                    .forEach(macro -> texts.add(macro.file().text()));
        }
        return texts;
    }

    /** Renders a piece of a bigger file: a scalar of YAML. Problems point into that file. */
    public String renderText(Span piece, Scope scope) {
        return render(TemplateSource.piece(piece), scope);
    }

    /** Renders text that does not stand in the file letter by letter. All problems point at the place. */
    public String renderText(String text, Span place, Scope scope) {
        return render(TemplateSource.decoded(text, place), scope);
    }

    private String render(TemplateSource written, Scope scope) {
        var recording = CallRecording.empty();
        return PlainRendering.of(written, scope, recording)
                .map(SqlText::text)
                .orElseGet(() -> Rendering.text(engine(), written, scope, recording.again()));
    }

    /** What the macro files define. */
    public List<MacroSignature> signatures() {
        if (macros.isEmpty()) {
            return List.of();
        }
        return engine().library().all().stream()
                .flatMap(entry -> Signatures.of(entry).stream())
                .toList();
    }
}

package dev.assay.template;

import dev.assay.source.Origin;
import dev.assay.source.SourceFile;
import dev.assay.source.Span;
import dev.assay.sql.SqlText;
import java.util.List;

/** Renders templates; knows the macros of the project. May be used by many threads. */
public final class Templates {

    /** A file of macros and functions, and the name under which templates call them. */
    public record MacroFile(String namespace, SourceFile file) {}

    private final Parser parser;
    private final Library library;

    private Templates(Parser parser, Library library) {
        this.parser = parser;
        this.library = library;
    }

    /**
     * @throws dev.assay.diagnostic.ProblemsFound with the syntax errors of all macro files
     */
    public static Templates of(List<MacroFile> macros) {
        var parser = new Parser();
        return new Templates(parser, Library.of(macros, parser));
    }

    /**
     * Renders a file.
     *
     * @throws dev.assay.diagnostic.ProblemsFound when the template or what it calls is wrong
     */
    public SqlText render(SourceFile file, Scope scope) {
        return new SqlText(render(Written.whole(file), scope), Origin.NOWHERE);
    }

    /** Renders a piece of a bigger file: a scalar of YAML. Problems point into that file. */
    public String renderText(Span piece, Scope scope) {
        return render(Written.piece(piece), scope);
    }

    /** Renders text that does not stand in the file letter by letter. All problems point at the place. */
    public String renderText(String text, Span place, Scope scope) {
        return render(Written.decoded(text, place), scope);
    }

    private String render(Written written, Scope scope) {
        return Rendering.text(library, written, scope, parser.parse("main", written));
    }

    /** What the macro files define. */
    public List<Signature> signatures() {
        return library.all().stream()
                .flatMap(entry -> Signatures.of(entry).stream())
                .toList();
    }
}

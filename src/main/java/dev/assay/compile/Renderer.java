package dev.assay.compile;

import dev.assay.diagnostic.AssayBug;
import dev.assay.manifest.Analysis;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Node;
import dev.assay.manifest.Seed;
import dev.assay.source.SourceFile;
import dev.assay.source.Span;
import dev.assay.sql.SqlText;
import dev.assay.template.Callable;
import dev.assay.template.Scope;
import dev.assay.template.Templates;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Renders the templates of nodes with all that is known at run time.
 *
 * @param queries puts the ephemerals that a query names before it
 */
record Renderer(
        Manifest manifest,
        Templates templates,
        Scope base,
        CompileContext context,
        ResourceMaps described,
        BiFunction<SqlText, Printing, String> queries) {

    private static final Callable SILENT = call -> "";

    Renderer(
            Manifest manifest,
            Templates templates,
            Scope base,
            CompileContext context,
            BiFunction<SqlText, Printing, String> queries) {
        this(manifest, templates, base, context, new ResourceMaps(manifest), queries);
    }

    Answers answers() {
        return new Answers(context.query());
    }

    String around(SqlText query, Printing printing) {
        return queries.apply(query, printing);
    }

    Templates.Output render(
            Node node,
            Resolved resolved,
            RelationValues relations,
            Printing printing,
            Function<String, List<Map<String, Object>>> answers) {
        return templates.output(code(node), scope(node, resolved, relations, printing, answers));
    }

    /** What a template logs was logged by its first rendering. */
    SqlText renderAgain(
            Node node,
            Resolved resolved,
            RelationValues relations,
            Printing printing,
            Function<String, List<Map<String, Object>>> answers) {
        var silent = scope(node, resolved, relations, printing, answers)
                .with("log", SILENT)
                .with("warn", SILENT);
        return templates.render(code(node), silent);
    }

    /** A piece of SQL that stands in a node's settings. */
    String fragment(
            Node node,
            String text,
            Span place,
            Printing printing,
            Function<String, List<Map<String, Object>>> answers) {
        var relations = new NamedRelations(node, this, printing);
        var scope = scope(node, new Resolved(node), relations, printing, answers);
        return templates.renderText(text, place, scope);
    }

    private Scope scope(
            Node node,
            Resolved resolved,
            RelationValues relations,
            Printing printing,
            Function<String, List<Map<String, Object>>> answers) {
        return new RuntimeScope(node, resolved, relations, printing, manifest, described, context, answers).over(base);
    }

    /** The node's template and the macro files that it names. */
    Stream<String> sources(Node node) {
        return templates.sources(code(node)).stream();
    }

    static SourceFile code(Node node) {
        return switch (node) {
            case Model model -> model.code();
            case Analysis analysis -> analysis.code();
            case DataTest test ->
                test.code().orElseThrow(() -> new AssayBug(test.id() + " has no template of its own"));
            case Seed seed -> throw new AssayBug(seed.id() + " has no SQL");
        };
    }
}

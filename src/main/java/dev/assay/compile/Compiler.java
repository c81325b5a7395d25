package dev.assay.compile;

import dev.assay.diagnostic.AssayBug;
import dev.assay.manifest.Analysis;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Node;
import dev.assay.manifest.Reference;
import dev.assay.manifest.Relational;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.Seed;
import dev.assay.manifest.Source;
import dev.assay.source.SourceFile;
import dev.assay.source.Span;
import dev.assay.sql.Draft;
import dev.assay.sql.Draft.Wanted;
import dev.assay.sql.RelationName;
import dev.assay.sql.SqlLexer;
import dev.assay.sql.SqlText;
import dev.assay.template.Scope;
import dev.assay.template.Templates;
import dev.assay.warehouse.Dialect;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a node into SQL. A draft that is settled only has its holes filled; any other is rendered again, now that
 * everything is known. Ephemeral models go in as common table expressions.
 */
public final class Compiler {

    private final Manifest manifest;
    private final Templates templates;
    private final Scope base;
    private final Dialect dialect;
    private final CompileContext context;

    public Compiler(Manifest manifest, Templates templates, Scope base, Dialect dialect, CompileContext context) {
        this.manifest = manifest;
        this.templates = templates;
        this.base = base;
        this.dialect = dialect;
        this.context = context;
    }

    /**
     * @param names which relation stands for each resource that the node reads
     * @throws dev.assay.diagnostic.ProblemsFound when the template goes wrong in this second rendering
     */
    public SqlText compile(Node node, Names names) {
        var ephemerals = new Ephemerals(manifest, ephemeral -> written(ephemeral, names), dialect);
        return ephemerals.into(written(node, names), Ephemerals.of(manifest, node));
    }

    /**
     * A piece of SQL that stands in a node's settings, such as a hook.
     *
     * @param place where it was written
     */
    public SqlText fragment(Node node, String text, Span place, Names names) {
        Scope scope = RunScope.of(base, node, manifest, names, dialect, this::printed, context);
        return new SqlText(templates.renderText(text, place, scope), offset -> Optional.of(place));
    }

    /** A node's own SQL, ephemerals still by name. */
    private SqlText written(Node node, Names names) {
        Draft draft = node.draft().orElseThrow(() -> new AssayBug(node.id() + " has no SQL"));
        SqlText text = draft.settled()
                ? draft.fill(wanted -> print(node, wanted, names))
                : templates.render(code(node), RunScope.of(base, node, manifest, names, dialect, this::printed, context));
        return trimmed(text);
    }

    private static SourceFile code(Node node) {
        return switch (node) {
            case Model model -> model.code();
            case Analysis analysis -> analysis.code();
            case DataTest test -> test.code().orElseThrow();
            case Seed seed -> throw new AssayBug(seed.id() + " has no template");
        };
    }

    private String print(Node node, Wanted wanted, Names names) {
        if (wanted.kind() == Wanted.Kind.THIS) {
            return dialect.print(names.of(node.id()));
        }
        ResourceId target = node.references().stream()
                .filter(reference -> reference.wanted().equals(wanted))
                .findFirst()
                .flatMap(Reference::target)
                .orElseThrow(() -> new AssayBug(node.id() + " has a hole that nothing fills: " + wanted));
        return printed(node, target, names);
    }

    /** How a node's SQL names what it reads. */
    String printed(Node reader, ResourceId target, Names names) {
        return switch (manifest.get(target)) {
            case Model model when model.isEphemeral() -> dialect.quote(Ephemerals.name(model));
            case Relational relational -> relation(reader, names.of(target));
            case Source source -> relation(reader, names.of(target));
            default -> throw new AssayBug(target + " is no relation");
        };
    }

    private String relation(Node reader, RelationName name) {
        return context.empty()
                .filter(wording -> reader instanceof Model)
                .map(wording -> wording.statement("read no rows", "empty_relation", Map.of("relation", name))
                        .text())
                .orElseGet(() -> dialect.print(name));
    }

    // Whatever is written behind the user's SQL must not vanish in the user's last comment.
    private static SqlText trimmed(SqlText sql) {
        var lexer = new SqlLexer(sql.text());
        int end = lexer.endOfStatement();
        String text = end == sql.text().length() ? sql.text().stripTrailing() : sql.text().substring(0, end);
        String safe = new SqlLexer(text).endsInLineComment() ? text + "\n" : text;
        return new SqlText(safe, sql.origin());
    }
}

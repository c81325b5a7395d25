package dev.assay.compile;

import dev.assay.diagnostic.AssayBug;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.manifest.Analysis;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Node;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.Seed;
import dev.assay.source.SourceFile;
import dev.assay.source.Span;
import dev.assay.sql.Draft;
import dev.assay.sql.SqlText;
import dev.assay.template.Scope;
import dev.assay.template.Templates;
import dev.assay.warehouse.Dialect;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;

/** Turns nodes into SQL over the names that the caller chooses. May be used by many threads. */
public final class Compiler {

    private final Manifest manifest;
    private final Templates templates;
    private final Scope base;
    private final Dialect dialect;
    private final CompileContext context;
    private final Described described;

    public Compiler(Manifest manifest, Templates templates, Scope base, Dialect dialect, CompileContext context) {
        this.manifest = manifest;
        this.templates = templates;
        this.base = base;
        this.dialect = dialect;
        this.context = context;
        this.described = new Described(manifest);
    }

    /** How relations are written. */
    public Dialect dialect() {
        return dialect;
    }

    /**
     * The SQL of a model, a singular test or an analysis, the ephemerals that it reads included.
     *
     * @throws dev.assay.diagnostic.ProblemsFound when its template has to be rendered again and goes wrong
     */
    public SqlText compile(Node node, Names names) {
        var printing = printing(names, node instanceof Model);
        SqlText own = own(node, printing);
        return CommonTables.before(own, tables(printing.ephemerals(), printing));
    }

    /**
     * A piece of SQL that stands in a node's settings, such as a hook.
     *
     * @param place where it was written
     */
    public SqlText fragment(Node node, String text, Span place, Names names) {
        var printing = printing(names, false);
        var scope = new RuntimeScope(node, new Resolved(node), printing, manifest, described, context);
        return new SqlText(templates.renderText(text, place, scope.over(base)), offset -> Optional.of(place));
    }

    /** How a text that is made elsewhere names a resource; an ephemeral has to be put {@link #around} it afterwards. */
    public String print(ResourceId id, Names names) {
        return printing(names, false).reference(id);
    }

    /** A text that is made elsewhere, with the ephemerals that it names. */
    public SqlText around(SqlText sql, Collection<ResourceId> named, Names names) {
        var printing = printing(names, false);
        named.stream().filter(printing::isEphemeral).forEach(printing::reference);
        return CommonTables.before(sql, tables(printing.ephemerals(), printing));
    }

    private Printing printing(Names names, boolean model) {
        Optional<NoRows> empty = context.empty().filter(wording -> model).map(wording -> new NoRows(wording, dialect));
        return new Printing(manifest, dialect, names, empty);
    }

    /** The node's own text, over relations and the names of ephemerals. */
    private SqlText own(Node node, Printing printing) {
        var resolved = new Resolved(node);
        SqlText sql = node.draft()
                .filter(Draft::settled)
                .map(draft -> draft.fill(wanted -> resolved.print(wanted, printing)))
                .orElseGet(() -> again(node, resolved, printing));
        SqlText tidy = Ending.tidy(printing.finished(sql));
        return node instanceof Analysis ? tidy : one(tidy, node);
    }

    /** What else stood there would run beside the candidate, on what readers see. */
    private static SqlText one(SqlText sql, Node node) {
        OptionalInt semicolon = new SqlScanner(sql.text()).firstSemicolon();
        if (semicolon.isPresent()) {
            Span place = sql.origin().at(semicolon.getAsInt()).orElse(node.place());
            throw new ProblemsFound(
                    Diagnostic.error(Code.SEVERAL_STATEMENTS, place, "`" + node.name() + "` is more than one statement")
                            .help("a " + node.id().type().word()
                                    + " is one select; other statements belong into a hook: pre_hook,"
                                    + " post_hook, after_publish"));
        }
        return sql;
    }

    private SqlText again(Node node, Resolved resolved, Printing printing) {
        var scope = new RuntimeScope(node, resolved, printing, manifest, described, context);
        return templates.render(code(node), scope.over(base));
    }

    private static SourceFile code(Node node) {
        return switch (node) {
            case Model model -> model.code();
            case Analysis analysis -> analysis.code();
            case DataTest test ->
                test.code().orElseThrow(() -> new AssayBug(test.id() + " has no template of its own"));
            case Seed seed -> throw new AssayBug(seed.id() + " has no SQL");
        };
    }

    /** All ephemerals that are read, directly or not, each after those that it reads. */
    private SequencedMap<String, SqlText> tables(Collection<ResourceId> read, Printing printing) {
        var tables = new LinkedHashMap<String, SqlText>();
        read.forEach(id -> add(id, printing, tables));
        return tables;
    }

    private void add(ResourceId id, Printing printing, SequencedMap<String, SqlText> tables) {
        if (!tables.containsKey(printing.table(id))) {
            var within = printing.another();
            SqlText own = own((Node) manifest.get(id), within);
            within.ephemerals().forEach(needed -> add(needed, printing, tables));
            tables.put(printing.table(id), own);
        }
    }
}

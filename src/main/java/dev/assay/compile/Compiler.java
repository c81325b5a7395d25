package dev.assay.compile;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.manifest.Analysis;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Node;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.source.Span;
import dev.assay.sql.Draft;
import dev.assay.sql.SqlText;
import dev.assay.template.Scope;
import dev.assay.template.Templates;
import dev.assay.warehouse.Dialect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Turns nodes into SQL over the names that the caller chooses. Renders each node once. May be used by many threads. */
public final class Compiler {

    private final Manifest manifest;
    private final Dialect dialect;
    private final CompileContext context;
    private final Renderer renderer;
    private final Map<ResourceId, RenderedNode> rendered = new ConcurrentHashMap<>();

    public Compiler(Manifest manifest, Templates templates, Scope base, Dialect dialect, CompileContext context) {
        this.manifest = manifest;
        this.dialect = dialect;
        this.context = context;
        this.renderer = new Renderer(manifest, templates, base, context, this::around);
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
    public SqlText compile(Node node, PrintedNames names) {
        return compile(node, printing(names, node instanceof Model));
    }

    private SqlText compile(Node node, Printing printing) {
        SqlText own = own(node, printing);
        return CommonTables.before(own, tables(printing.ephemerals(), printing));
    }

    /**
     * The SQL of a model over two sets of names.
     *
     * @param tested over what is read while the run goes on
     * @param published over the names that readers know
     */
    public record Pair(SqlText tested, SqlText published) {}

    /**
     * @throws dev.assay.diagnostic.ProblemsFound when its template goes wrong, or when readers would query other SQL than
     *     was tested
     */
    public Pair compile(Model model, PrintedNames tested, PrintedNames published) {
        var printing = printing(tested, true);
        var pair = new Pair(compile(model, printing), compile(model, published));
        if (!isSettled(model)) {
            context.late().checkRows(model, pair.published());
        }
        if (printing.looksAtNames() && model.form().isQuery()) {
            new SameButNames(manifest, tested, published).checkSql(model, pair, dialect.lexicalRules());
        }
        return pair;
    }

    /**
     * The SQL of a model over published names, with the places of the names in it. There are none if the template does more
     * with names than print them, so that it gives another text over other names.
     */
    public OpenText open(Model model, PrintedNames published) {
        String text = compile(model, published).text();
        try {
            var marks = new OpenText.MarkedNames(published, id -> manifest.get(id) instanceof Relational);
            OpenText open = marks.open(compile(model, marks).text(), dialect);
            if (open.text().equals(text)) {
                return open;
            }
        } catch (ProblemsFound broken) {
            // A template that cuts or compares names may go wrong over names of a form that it does not expect.
        }
        return new OpenText(text, List.of());
    }

    /**
     * A hook over two sets of names. What it asks the warehouse is asked once.
     *
     * @throws ProblemsFound when it depends on a name in another way than by printing it
     */
    public Pair hook(Model model, String text, Span place, PrintedNames tested, PrintedNames published) {
        Answers answers = renderer.answers();
        var pair = new Pair(
                fragment(model, text, place, tested, answers.asking()),
                fragment(model, text, place, published, answers.replaying()));
        new SameButNames(manifest, tested, published).check(model, pair);
        return pair;
    }

    /**
     * What decides what a model becomes: its SQL over the given names, or, where that asks the warehouse or the run, the
     * template and all that it is rendered with.
     */
    public String identity(Model model, PrintedNames names) {
        return isSettled(model)
                ? compile(model, names).text()
                : new TemplateInputs(manifest, renderer, names).of(model);
    }

    /** Whether the model's SQL, that of ephemerals included, is the same whenever it is rendered. */
    public boolean isSettled(Node node) {
        return node.draft().filter(Draft::isSettled).isPresent()
                && ephemerals(node).allMatch(this::isSettled);
    }

    private Stream<Node> ephemerals(Node node) {
        return node.references().stream()
                .flatMap(reference -> reference.target().stream())
                .map(manifest::get)
                .filter(Resource::isInlined)
                .map(Node.class::cast);
    }

    /**
     * A piece of SQL that stands in a node's settings, such as a hook.
     *
     * @param place where it was written
     */
    public SqlText fragment(Node node, String text, Span place, PrintedNames names) {
        return fragment(node, text, place, names, context.query());
    }

    /** The same; empty if the piece asks the warehouse, so that its text is known only at the moment when it runs. */
    public Optional<SqlText> settledFragment(Node node, String text, Span place, PrintedNames names) {
        var questions = new ArrayList<String>();
        try {
            SqlText sql = fragment(node, text, place, names, question -> {
                questions.add(question);
                return List.of();
            });
            return questions.isEmpty() ? Optional.of(sql) : Optional.empty();
        } catch (ProblemsFound broken) {
            return Optional.empty();
        }
    }

    /** @param answers of the warehouse to what the piece asks */
    private SqlText fragment(
            Node node,
            String text,
            Span place,
            PrintedNames names,
            Function<String, List<Map<String, Object>>> answers) {
        var printing = printing(names, false);
        return new SqlText(renderer.fragment(node, text, place, printing, answers), offset -> Optional.of(place));
    }

    /** How a text that is made elsewhere names a resource; an ephemeral has to be put {@link #around} it afterwards. */
    public String print(ResourceId id, PrintedNames names) {
        return printing(names, false).reference(id);
    }

    /** A text that is made elsewhere, with the ephemerals that it names. */
    public SqlText around(SqlText sql, Collection<ResourceId> named, PrintedNames names) {
        var printing = printing(names, false);
        named.stream().filter(manifest::isInlined).forEach(printing::reference);
        return CommonTables.before(sql, tables(printing.ephemerals(), printing));
    }

    /** A query of a template, with the ephemerals that it names. */
    private String around(SqlText query, Printing printing) {
        List<ResourceId> named = printing.ephemerals().stream()
                .filter(id -> query.text().contains(printing.table(id)))
                .toList();
        return CommonTables.before(printing.finished(query), tables(named, printing))
                .text();
    }

    private Printing printing(PrintedNames names, boolean model) {
        Optional<NoRows> empty = context.empty().filter(wording -> model).map(wording -> new NoRows(wording, dialect));
        return new Printing(manifest, dialect, names, empty);
    }

    /** The node's own text, over relations and the names of ephemerals. */
    private SqlText own(Node node, Printing printing) {
        SqlText sql = rendered.computeIfAbsent(node.id(), id -> new RenderedNode(node, renderer))
                .over(printing);
        SqlText tidy = TrailingSql.tidy(printing.finished(sql));
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
            printing.note(within.looksAtNames());
            within.ephemerals().forEach(needed -> add(needed, printing, tables));
            tables.put(printing.table(id), own);
        }
    }
}

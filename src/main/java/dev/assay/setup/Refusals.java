package dev.assay.setup;

import dev.assay.compile.FilesMeant;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.source.SourceFile;
import dev.assay.source.Span;
import dev.assay.sql.SqlText;
import dev.assay.sql.Statement;
import dev.assay.warehouse.WarehouseError;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns a warehouse's refusal into a message that points at the line the user wrote. */
public final class Refusals {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private final Manifest manifest;
    private final String label;
    private final Function<Resource, String> compiledPath;

    /**
     * @param label the warehouse's name for people: {@code DuckDB}
     * @param compiledPath where a resource's compiled SQL is written, for messages
     */
    public Refusals(Manifest manifest, String label, Function<Resource, String> compiledPath) {
        this.manifest = manifest;
        this.label = label;
        this.compiledPath = compiledPath;
    }

    public Refusals(RunSetup setup) {
        this(setup.manifest(), setup.warehouse().label(), setup.compiledPath());
    }

    /**
     * @param what was refused, for people: {@code the operation grants.give}
     */
    public Diagnostic of(String what, WarehouseError refusal) {
        Diagnostic problem = Diagnostic.error(refusal.code(), label + " refused " + what);
        return withWords(refusal.written().map(problem::at).orElse(problem), refusal);
    }

    public Diagnostic ofNode(ResourceId id, WarehouseError refusal) {
        Resource node = manifest.get(id);
        if (isLoss(refusal)) {
            return withWords(lost(refusal, id.type().word() + " `" + node.name() + "` was built"), refusal);
        }
        String refused = label + " refused ";
        Optional<Statement> beside = hook(refusal).or(() -> asked(refusal));
        if (beside.isPresent()) {
            String headline = refused + "to " + beside.get().purpose();
            return withWords(Diagnostic.error(refusal.code(), place(node, refusal), headline), refusal);
        }
        String what = id.type().word() + " `" + node.name() + "`";
        if (refusal.kind() == WarehouseError.Kind.UNWRITABLE) {
            return withWords(
                    Diagnostic.error(refusal.code(), node.place(), label + " could not write " + what), refusal);
        }
        Diagnostic problem = Diagnostic.error(refusal.code(), place(node, refusal), refused + "the SQL of " + what);
        Diagnostic worded = withResource(withCompiled(withWords(problem, refusal), node, refusal), node);
        return new FilesMeant(manifest).placed(worded, node, label, refusal.words());
    }

    /** A bare name that the warehouse does not know is that of a resource: it wants a reference. */
    private Diagnostic withResource(Diagnostic problem, Resource node) {
        String name = problem.span().map(Span::text).orElse("").replace("\"", "");
        return manifest.all(Relational.class)
                .filter(other -> other.name().equals(name) && !other.id().equals(node.id()))
                .findFirst()
                .map(other -> problem.help(
                        "a " + other.id().type().word() + " has that name: write `${ref(\"" + name + "\")}`"))
                .orElse(problem);
    }

    public Diagnostic ofCut(ResourceId id, WarehouseError refusal) {
        Resource node = manifest.get(id);
        if (isLoss(refusal)) {
            return withWords(lost(refusal, "`" + node.name() + "` was published"), refusal)
                    .note("nothing of it has become visible");
        }
        Diagnostic problem = refusal.kind() == WarehouseError.Kind.HELD
                ? inOurWords("`" + node.name() + "` cannot be published: ", refusal)
                        .at(place(node, refusal))
                : withWords(
                        Diagnostic.error(
                                refusal.code(),
                                place(node, refusal),
                                label + " refused to publish `" + node.name() + "`"),
                        refusal);
        return problem.note("nothing of it has become visible");
    }

    public Diagnostic ofWholeCut(WarehouseError refusal) {
        Diagnostic problem = refusal.kind() == WarehouseError.Kind.HELD
                ? inOurWords("nothing can be published: ", refusal)
                : withWords(
                        isLoss(refusal)
                                ? lost(refusal, "relations were published")
                                : Diagnostic.error(refusal.code(), label + " refused the publication"),
                        refusal);
        return problem.note("readers still see what they saw before");
    }

    private static boolean isLoss(WarehouseError refusal) {
        return refusal.kind() == WarehouseError.Kind.TRANSIENT && refusal.code() == Code.NO_CONNECTION;
    }

    /** Nothing that the user wrote is the reason. */
    private Diagnostic lost(WarehouseError refusal, String during) {
        return Diagnostic.error(refusal.code(), "the connection to " + label + " was lost while " + during);
    }

    private static Diagnostic inOurWords(String headline, WarehouseError refusal) {
        List<String> words = refusal.words().lines().toList();
        Diagnostic problem = Diagnostic.error(refusal.code(), headline + words.getFirst());
        for (String more : words.subList(1, words.size())) {
            problem = problem.note(more);
        }
        return problem.help(refusal.help());
    }

    public Diagnostic ofBrokenCut(WarehouseError refusal) {
        return withWords(Diagnostic.error(refusal.code(), "the publication was broken off"), refusal)
                .note("readers may see some of it, and not all")
                .help("the next run finishes it before it does anything else: assay build");
    }

    public Diagnostic ofUnansweredCut(WarehouseError refusal) {
        return withWords(
                        Diagnostic.error(refusal.code(), label + " did not say whether the publication succeeded"),
                        refusal)
                .note("readers see all of it, or nothing of it")
                .help("what readers see: assay status");
    }

    public Diagnostic ofHook(ResourceId id, WarehouseError refusal) {
        Resource node = manifest.get(id);
        return withWords(
                        Diagnostic.error(
                                refusal.code(),
                                place(node, refusal),
                                label + " refused the hook after the publication of `" + node.name() + "`"),
                        refusal)
                .note("the data are published and stay so");
    }

    public Diagnostic ofHook(String name, WarehouseError refusal) {
        return of("the hook " + name, refusal);
    }

    private static Optional<Statement> hook(WarehouseError refusal) {
        return refusal.statement().filter(statement -> statement.purpose().startsWith(Hooks.PURPOSE));
    }

    private static Optional<Statement> asked(WarehouseError refusal) {
        return refusal.statement().filter(statement -> statement.setting().isPresent());
    }

    /** Where the user wrote what the warehouse points at or, where it does not point, what it names. */
    private static Span place(Resource node, WarehouseError refusal) {
        return refusal.statement()
                .flatMap(Statement::setting)
                .or(refusal::written)
                .or(() -> named(refusal))
                .or(() -> hook(refusal)
                        .flatMap(Statement::body)
                        .flatMap(body -> body.origin().at(0)))
                .orElseGet(node::place);
    }

    /** A name in quotes that stands only once in the SQL is the one that the warehouse means. */
    private static Optional<Span> named(WarehouseError refusal) {
        Optional<SqlText> body = refusal.statement().flatMap(Statement::body);
        Matcher quoted = QUOTED.matcher(refusal.words().lines().findFirst().orElse(""));
        if (body.isEmpty() || !quoted.find()) {
            return Optional.empty();
        }
        Pattern name = Pattern.compile("(?i)(?<!\\w)" + Pattern.quote(quoted.group(1)) + "(?!\\w)");
        List<Integer> places = name.matcher(body.get().text())
                .results()
                .map(MatchResult::start)
                .toList();
        return places.size() == 1 ? body.get().origin().at(places.getFirst()) : Optional.empty();
    }

    private Diagnostic withWords(Diagnostic problem, WarehouseError refusal) {
        String words = refusal.words()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return problem.note(label + " says: " + (words.isEmpty() ? "nothing" : words))
                .help(refusal.help());
    }

    /** The line of the compiled file is the line of the body; names of relations never hold a line's end. */
    private Diagnostic withCompiled(Diagnostic problem, Resource node, WarehouseError refusal) {
        Optional<SqlText> body = refusal.statement().flatMap(Statement::body);
        if (body.isEmpty()) {
            return problem;
        }
        String path = compiledPath.apply(node);
        OptionalInt offset = refusal.offset().isPresent()
                ? refusal.statement().get().inBody(refusal.offset().getAsInt())
                : OptionalInt.empty();
        if (offset.isEmpty()) {
            return problem.note("compiled to " + path);
        }
        var compiled = new SourceFile(path, body.get().text());
        int at = Math.min(offset.getAsInt(), compiled.text().length());
        int line = compiled.lineAt(at);
        return problem.note("compiled to " + path + ":" + line + ":" + (at - compiled.lineStart(line) + 1));
    }
}

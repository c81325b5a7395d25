package dev.assay.run;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.source.SourceFile;
import dev.assay.source.Span;
import dev.assay.sql.SqlText;
import dev.assay.sql.Statement;
import dev.assay.warehouse.WarehouseError;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;

/** Turns a warehouse's refusal into a message that points at the line the user wrote. */
public final class Refusals {

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

    Refusals(RunSetup setup) {
        this(setup.manifest(), setup.warehouse().label(), setup.compiledPath());
    }

    /**
     * @param what was refused, for people: {@code the operation grants.give}
     */
    public Diagnostic of(String what, WarehouseError refusal) {
        Diagnostic problem = Diagnostic.error(code(refusal), label() + " refused " + what);
        return withWords(written(refusal).map(problem::at).orElse(problem), refusal);
    }

    public Diagnostic ofNode(ResourceId id, WarehouseError refusal) {
        Resource node = manifest.get(id);
        String what = id.type().word() + " `" + node.name() + "`";
        Diagnostic problem = Diagnostic.error(
                code(refusal), written(refusal).orElse(top(node)), label() + " refused the SQL of " + what);
        return withCompiled(withWords(problem, refusal), node, refusal);
    }

    Diagnostic ofCut(ResourceId id, WarehouseError refusal) {
        Resource node = manifest.get(id);
        Diagnostic problem = Diagnostic.error(
                code(refusal),
                written(refusal).orElse(top(node)),
                label() + " refused to publish `" + node.name() + "`");
        return withWords(problem, refusal).note("nothing of it has become visible");
    }

    Diagnostic ofWholeCut(WarehouseError refusal) {
        return withWords(Diagnostic.error(code(refusal), label() + " refused the publication"), refusal)
                .note("readers still see what they saw before");
    }

    Diagnostic ofHook(ResourceId id, WarehouseError refusal) {
        Resource node = manifest.get(id);
        return withWords(
                        Diagnostic.error(
                                code(refusal),
                                written(refusal).orElse(top(node)),
                                label() + " refused the hook after the publication of `" + node.name() + "`"),
                        refusal)
                .note("the data are published and stay so");
    }

    Diagnostic ofHook(String name, WarehouseError refusal) {
        Diagnostic problem = Diagnostic.error(code(refusal), label() + " refused the hook " + name);
        return withWords(written(refusal).map(problem::at).orElse(problem), refusal);
    }

    private String label() {
        return label;
    }

    private static Code code(WarehouseError refusal) {
        return switch (refusal.kind()) {
            case UNREACHABLE -> Code.NO_CONNECTION;
            case LOCKED -> Code.DATABASE_LOCKED;
            case UNREADABLE -> Code.DATABASE_UNREADABLE;
            case REFUSED, TRANSIENT, CANCELLED -> Code.SQL_REFUSED;
        };
    }

    private static Span top(Resource node) {
        return node.place();
    }

    /** Where the user wrote what the warehouse points at. */
    private static Optional<Span> written(WarehouseError refusal) {
        Statement statement = refusal.statement().orElse(Statement.of("", ""));
        if (refusal.offset().isEmpty() || statement.body().isEmpty()) {
            return Optional.empty();
        }
        SqlText body = statement.body().get();
        return statement.inBody(refusal.offset().getAsInt()).stream()
                .boxed()
                .flatMap(offset -> body.origin().at(offset).stream())
                .findFirst();
    }

    private Diagnostic withWords(Diagnostic problem, WarehouseError refusal) {
        Iterator<String> lines = refusal.words()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .iterator();
        Diagnostic told = problem.note(label() + " says: " + (lines.hasNext() ? lines.next() : "nothing"));
        var more = new StringBuilder();
        lines.forEachRemaining(line -> more.append(more.isEmpty() ? "" : "\n").append(line));
        return more.isEmpty() ? told : told.note(more.toString());
    }

    /** The line of the compiled file is the line of the body; names of relations never hold a line's end. */
    private Diagnostic withCompiled(Diagnostic problem, Resource node, WarehouseError refusal) {
        Optional<SqlText> body = refusal.statement().flatMap(Statement::body);
        if (body.isEmpty() || refusal.offset().isEmpty()) {
            return problem;
        }
        var offset = refusal.statement().get().inBody(refusal.offset().getAsInt());
        if (offset.isEmpty()) {
            return problem;
        }
        var file = new SourceFile(compiledPath.apply(node), body.get().text());
        int at = Math.min(offset.getAsInt(), file.text().length());
        return problem.note("compiled to " + file.span(at, at).where());
    }
}

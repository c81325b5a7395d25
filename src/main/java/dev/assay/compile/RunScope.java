package dev.assay.compile;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Node;
import dev.assay.manifest.Reference;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.sql.Draft.Wanted;
import dev.assay.sql.RelationName;
import dev.assay.template.Call;
import dev.assay.template.Callable;
import dev.assay.template.Printable;
import dev.assay.template.Scope;
import dev.assay.warehouse.Dialect;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names that a template sees when everything is known: what {@code ref} and its like mean while a run goes on. */
final class RunScope {

    private RunScope() {}

    /** How a reader's SQL names a resource. */
    @FunctionalInterface
    interface Printing {
        String print(Node reader, ResourceId target, Names names);
    }

    static Scope of(
            Scope base,
            Node node,
            Manifest manifest,
            Names names,
            Dialect dialect,
            Printing printing,
            CompileContext context) {
        Callable find = call -> {
            var wanted = new Wanted(
                    call.name().equals("source") ? Wanted.Kind.SOURCE : Wanted.Kind.REF,
                    call.positional().stream().map(String::valueOf).toList());
            ResourceId target = target(node, wanted, call);
            return relation(printing.print(node, target, names), manifest.get(target), names);
        };
        return base.with("ref", find)
                .with("source", find)
                .with("this", relation(dialect.print(names.of(node.id())), node, names))
                .with("published", published(node, manifest, dialect))
                .with("config", (Callable) call -> null)
                .with("execute", true)
                .with("is_incremental", (Callable) call -> false)
                .with("model", model(node))
                .with("graph", graph(manifest))
                .with("query", (Callable) call -> context.query().apply(String.valueOf(call.positional().getFirst())))
                .with("watermark", (Callable) RunScope::noWatermark);
    }

    /** In tests: what readers see now, whatever the run is about to show them. */
    private static Callable published(Node node, Manifest manifest, Dialect dialect) {
        return call -> {
            var wanted = new Wanted(
                    Wanted.Kind.REF, call.positional().stream().map(String::valueOf).toList());
            var target = (Relational) manifest.get(target(node, wanted, call));
            return relation(dialect.print(target.relation()), target, id -> target.relation());
        };
    }

    private static ResourceId target(Node node, Wanted wanted, Call call) {
        return node.references().stream()
                .filter(reference -> reference.wanted().equals(wanted))
                .findFirst()
                .flatMap(Reference::target)
                .orElseThrow(() -> new ProblemsFound(Diagnostic.error(
                                Code.UNKNOWN_REF,
                                call.place(),
                                "`" + String.join(".", wanted.names()) + "` was not asked for when the project was read")
                        .note("what a model needs has to be known before anything runs")
                        .help("write the reference outside of the condition too, in a comment of SQL if need be")));
    }

    /** Prints as SQL, and has parts. */
    private static Printable relation(String printed, Resource resource, Names names) {
        return new Printable() {
            @Override
            public String print() {
                return printed;
            }

            @Override
            public Map<String, Object> parts() {
                return resource instanceof Model model && model.isEphemeral()
                        ? Map.of("name", Ephemerals.name(model), "identifier", Ephemerals.name(model))
                        : RunScope.parts(names.of(resource.id()));
            }
        };
    }

    private static Map<String, Object> parts(RelationName name) {
        var parts = new LinkedHashMap<String, Object>();
        name.database().ifPresent(database -> parts.put("database", database));
        parts.put("schema", name.schema());
        parts.put("name", name.name());
        parts.put("identifier", name.name());
        return parts;
    }

    private static Map<String, Object> model(Node node) {
        var model = new LinkedHashMap<String, Object>();
        model.put("unique_id", node.id().value());
        model.put("name", node.name());
        model.put("resource_type", node.id().type().word());
        model.put("path", node.identity().path());
        model.put("fqn", node.identity().fqn());
        model.put("tags", node.config().tags());
        model.put("meta", node.config().meta());
        model.put("description", node.description().text());
        return model;
    }

    private static Map<String, Object> graph(Manifest manifest) {
        var nodes = new LinkedHashMap<String, Object>();
        manifest.all(Node.class).forEach(node -> nodes.put(node.id().value(), model(node)));
        return Map.of("nodes", nodes);
    }

    private static Object noWatermark(Call call) {
        throw new ProblemsFound(Diagnostic.error(
                        Code.NOT_SUPPORTED, call.place(), "watermarks come with incremental models, which this version does not run")
                .help("build the model as a table"));
    }
}

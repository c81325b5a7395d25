package dev.assay.compile;

import dev.assay.manifest.Config;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Node;
import dev.assay.manifest.Reference;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.ResourceType;
import dev.assay.manifest.Source;
import dev.assay.source.SourceFile;
import dev.assay.sql.Draft;
import dev.assay.sql.Draft.Hole;
import dev.assay.sql.Draft.Wanted;
import dev.assay.sql.RelationName;
import dev.assay.template.Callable;
import dev.assay.template.Printable;
import dev.assay.template.Scope;
import dev.assay.template.Templates;
import dev.assay.warehouse.Dialect;
import dev.assay.warehouse.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A small project made by hand: models read as the parser reads them, references resolved by name. */
final class Shop {

    static final Dialect DIALECT = new Dialect() {
        @Override
        public String quote(String identifier) {
            return "\"" + identifier.replace("\"", "\"\"") + "\"";
        }

        @Override
        public String print(RelationName name) {
            return name.database().map(database -> quote(database) + ".").orElse("") + quote(name.schema()) + "."
                    + quote(name.name());
        }

        @Override
        public String literal(String text) {
            return "'" + text.replace("'", "''") + "'";
        }

        @Override
        public Map<String, Callable> functions() {
            return Map.of();
        }
    };

    static final Templates TEMPLATES = Templates.of(List.of());
    static final PrintedNames PUBLISHED =
            id -> RelationName.of("main", id.names().getLast());

    /** As the warehouse room words statements: from the engine's own files. */
    static final Wording WORDING = (purpose, name, values) -> {
        String path = "/dev/assay/sql/ansi/" + name + ".sql.ftl";
        try (var stream = Shop.class.getResourceAsStream(path)) {
            var file = new SourceFile(path, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            String text = TEMPLATES
                    .render(file, new Scope(Map.of("relation", values.get("relation"))))
                    .text();
            return dev.assay.sql.Statement.of(purpose, text.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    };

    private final TreeMap<ResourceId, Resource> resources = new TreeMap<>();

    Shop source(String source, String name) {
        var id = ResourceId.of(ResourceType.SOURCE, "shop", source, name);
        resources.put(
                id,
                new Source(
                        id,
                        source,
                        name,
                        identity(id, id.value()),
                        Resource.Description.NONE,
                        Config.EMPTY,
                        RelationName.of(source, name),
                        Map.of()));
        return this;
    }

    Shop view(String name, String sql) {
        return model(name, "view", sql, true);
    }

    Shop ephemeral(String name, String sql) {
        return model(name, "ephemeral", sql, true);
    }

    /** A view that is rendered again at run time. */
    Shop restless(String name, String sql) {
        return model(name, "view", sql, false);
    }

    Shop restlessEphemeral(String name, String sql) {
        return model(name, "ephemeral", sql, false);
    }

    private Shop model(String name, String materialized, String sql, boolean settled) {
        var id = ResourceId.of(ResourceType.MODEL, "shop", name);
        var file = new SourceFile("models/" + name + ".sql", sql);
        var references = new ArrayList<Reference>();
        var draft = draft(file, references, settled);
        resources.put(
                id,
                new Model(
                        id,
                        name,
                        identity(id, file.path()),
                        Resource.Description.NONE,
                        new Config(Map.of("materialized", materialized, "tags", List.of("t")), Map.of()),
                        RelationName.of("main", name),
                        file,
                        draft,
                        references));
        return this;
    }

    Shop test(String name, String sql) {
        var id = ResourceId.of(ResourceType.TEST, "shop", name);
        var file = new SourceFile("tests/" + name + ".sql", sql);
        var references = new ArrayList<Reference>();
        var draft = draft(file, references, true);
        resources.put(
                id,
                new DataTest(
                        id,
                        name,
                        identity(id, file.path()),
                        Resource.Description.NONE,
                        Config.EMPTY,
                        Optional.empty(),
                        Optional.of(file),
                        draft,
                        references));
        return this;
    }

    Manifest manifest() {
        return new Manifest("shop", resources, List.of(), List.of());
    }

    Compiler compiler() {
        return compiler(CompileContext.of(sql -> List.of(Map.of("n", sql.length()))));
    }

    Compiler compiler(CompileContext context) {
        return new Compiler(manifest(), TEMPLATES, new Scope(Map.of("flags", Map.of())), DIALECT, context);
    }

    Node node(String id) {
        return (Node) manifest().get(new ResourceId(id));
    }

    /** What the parser does: markers instead of names, holes where they stand. */
    private static Optional<Draft> draft(SourceFile file, List<Reference> references, boolean settled) {
        var wanted = new ArrayList<Wanted>();
        Callable ref = call -> mark(new Wanted(Wanted.Kind.REF, texts(call.positional())), call, wanted, references);
        Callable source =
                call -> mark(new Wanted(Wanted.Kind.SOURCE, texts(call.positional())), call, wanted, references);
        Callable nothing = call -> "";
        Callable no = call -> false;
        var self = mark(new Wanted(Wanted.Kind.THIS, List.of()), null, wanted, references);
        var scope = new Scope(Map.ofEntries(
                Map.entry("ref", ref),
                Map.entry("source", source),
                Map.entry("config", nothing),
                Map.entry("this", self),
                Map.entry("is_incremental", no),
                Map.entry("execute", false),
                Map.entry("query", (Callable) call -> List.of()),
                Map.entry("published", ref),
                Map.entry("watermark", nothing),
                Map.entry("model", Map.of("name", "", "tags", List.of())),
                Map.entry("graph", Map.of("nodes", Map.of()))));
        var sql = TEMPLATES.render(file, scope);
        var holes = new ArrayList<Hole>();
        for (int i = 0; i < wanted.size(); i++) {
            int start = sql.text().indexOf("\u0001" + i + "\u0002");
            if (start >= 0) {
                holes.add(new Hole(start, sql.text().indexOf('\u0002', start) + 1, wanted.get(i), Draft.Part.WHOLE));
            }
        }
        return Optional.of(new Draft(sql, holes, settled ? Draft.State.SETTLED : Draft.State.OPEN, settled));
    }

    private static Mark mark(
            Wanted wanted, dev.assay.template.Call call, List<Wanted> all, List<Reference> references) {
        all.add(wanted);
        if (call != null) {
            boolean isRef = wanted.kind() == Wanted.Kind.REF;
            String last = wanted.names().getLast();
            var target = isRef
                    ? ResourceId.of(ResourceType.MODEL, "shop", last)
                    : ResourceId.of(ResourceType.SOURCE, "shop", wanted.names().getFirst(), last);
            references.add(new Reference(wanted, call.place(), Optional.of(target)));
        }
        return new Mark("\u0001" + (all.size() - 1) + "\u0002");
    }

    private record Mark(String print) implements Printable {

        @Override
        public Map<String, Object> parts() {
            return Map.of("name", "n", "schema", "s", "type", "t");
        }
    }

    private static List<String> texts(List<Object> values) {
        return values.stream().map(Object::toString).toList();
    }

    private static Resource.Identity identity(ResourceId id, String path) {
        return new Resource.Identity("shop", path, id.names(), new SourceFile(path, "").whole(), "");
    }
}

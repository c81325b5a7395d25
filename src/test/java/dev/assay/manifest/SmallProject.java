package dev.assay.manifest;

import dev.assay.manifest.Resource.Description;
import dev.assay.manifest.Resource.Identity;
import dev.assay.source.SourceFile;
import dev.assay.sql.Draft.Wanted;
import dev.assay.sql.RelationName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes a manifest by hand, one line a resource, for tests of what stands above it. */
public final class SmallProject {

    private static final String NAME = "shop";

    private final TreeMap<ResourceId, Resource> resources = new TreeMap<>();
    private final List<Resource> disabled = new ArrayList<>();

    public static ResourceId modelId(String name) {
        return ResourceId.of(ResourceType.MODEL, NAME, name);
    }

    public static ResourceId sourceId(String source, String table) {
        return ResourceId.of(ResourceType.SOURCE, NAME, source, table);
    }

    public static ResourceId testId(String name) {
        return ResourceId.of(ResourceType.TEST, NAME, name);
    }

    /** A model whose file has a line for each need: a name is a model or seed, {@code a.b} a source. */
    public SmallProject model(String path, Map<String, Object> config, String... needs) {
        return add(aModel(path, config, needs));
    }

    public SmallProject model(String path, String... needs) {
        return model(path, Map.of(), needs);
    }

    public SmallProject disabled(String path) {
        disabled.add(aModel(path, Map.of("enabled", false)));
        return this;
    }

    private static Model aModel(String path, Map<String, Object> config, String... needs) {
        var text = new StringBuilder("select 1\n");
        Arrays.stream(needs)
                .forEach(need -> text.append("from ${ref(\"").append(need).append("\")}\n"));
        var file = new SourceFile("project/models/" + path + ".sql", text.toString());
        List<String> fqn = fqn(path);
        return new Model(
                modelId(fqn.getLast()),
                fqn.getLast(),
                new Identity(NAME, "models/" + path + ".sql", fqn, file.top(), patch(path)),
                Description.NONE,
                new Config(config, Map.of()),
                new RelationName(Optional.empty(), "dev", fqn.getLast()),
                file,
                Optional.empty(),
                references(file, needs));
    }

    public SmallProject seed(String name) {
        var file = new SourceFile("project/seeds/" + name + ".csv", "");
        return add(new Seed(
                ResourceId.of(ResourceType.SEED, NAME, name),
                name,
                new Identity(NAME, "seeds/" + name + ".csv", List.of(NAME, name), file.top(), ""),
                Description.NONE,
                Config.EMPTY,
                new RelationName(Optional.empty(), "dev", name),
                file.path(),
                ""));
    }

    public SmallProject source(String source, String table, Map<String, Object> config) {
        var file = new SourceFile("project/models/staging/sources.yml", "sources:");
        return add(new Source(
                sourceId(source, table),
                source,
                table,
                new Identity(
                        NAME,
                        "models/staging/sources.yml",
                        List.of(NAME, "staging", source, table),
                        file.top(),
                        "models/staging/sources.yml"),
                Description.NONE,
                new Config(config, Map.of()),
                new RelationName(Optional.empty(), source, table),
                Map.of()));
    }

    public SmallProject exposure(String name, String... needs) {
        var file = new SourceFile("project/models/exposures.yml", "exposures:\n" + String.join("\n", needs));
        return add(new Exposure(
                ResourceId.of(ResourceType.EXPOSURE, NAME, name),
                name,
                new Identity(NAME, "models/exposures.yml", List.of(NAME, name), file.top(), "models/exposures.yml"),
                Description.NONE,
                Config.EMPTY,
                Map.of(),
                references(file, needs)));
    }

    /** A generic test; the first need is what it tests. */
    public SmallProject test(String kind, String name, Map<String, Object> config, String... needs) {
        var file = new SourceFile("project/models/marts/marts.yml", String.join("\n", needs));
        var generic = new DataTest.Generic(
                kind, id(needs[0]), Optional.empty(), Map.of(), new SourceFile("tests/" + kind, ""), Map.of());
        return add(new DataTest(
                testId(name),
                name,
                new Identity(NAME, "models/marts/marts.yml", List.of(NAME, "marts", name), file.top(), ""),
                Description.NONE,
                new Config(config, Map.of()),
                Optional.of(generic),
                Optional.empty(),
                Optional.empty(),
                references(file, needs)));
    }

    public SmallProject test(String kind, String name, String... needs) {
        return test(kind, name, Map.of(), needs);
    }

    public SmallProject singular(String name, String... needs) {
        var file = new SourceFile("project/tests/" + name + ".sql", String.join("\n", needs));
        return add(new DataTest(
                testId(name),
                name,
                new Identity(NAME, "tests/" + name + ".sql", List.of(NAME, name), file.top(), ""),
                Description.NONE,
                Config.EMPTY,
                Optional.empty(),
                Optional.of(file),
                Optional.empty(),
                references(file, needs)));
    }

    public Manifest manifest() {
        return new Manifest(NAME, resources, List.of(), disabled);
    }

    private SmallProject add(Resource resource) {
        resources.put(resource.id(), resource);
        return this;
    }

    private static List<Reference> references(SourceFile file, String... needs) {
        return Arrays.stream(needs)
                .map(need -> {
                    int at = file.text().indexOf(need);
                    return new Reference(
                            new Wanted(
                                    need.contains(".") ? Wanted.Kind.SOURCE : Wanted.Kind.REF,
                                    List.of(need.split("\\."))),
                            file.span(at, at + need.length()),
                            Optional.of(id(need)));
                })
                .toList();
    }

    private static ResourceId id(String need) {
        if (need.startsWith("raw_")) {
            return ResourceId.of(ResourceType.SEED, NAME, need);
        }
        int dot = need.indexOf('.');
        // A model's name may hold a dot as well: v1.revenue is one.
        return dot < 0 || need.matches("v[0-9].*")
                ? modelId(need)
                : sourceId(need.substring(0, dot), need.substring(dot + 1));
    }

    private static List<String> fqn(String path) {
        var fqn = new ArrayList<String>();
        fqn.add(NAME);
        fqn.addAll(List.of(path.split("/")));
        return fqn;
    }

    private static String patch(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? "" : "models/" + path.substring(0, slash) + "/" + path.substring(0, slash) + ".yml";
    }
}

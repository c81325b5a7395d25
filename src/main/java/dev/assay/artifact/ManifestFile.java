package dev.assay.artifact;

import dev.assay.json.JsonWriter;
import dev.assay.manifest.Doc;
import dev.assay.manifest.Exposure;
import dev.assay.manifest.Group;
import dev.assay.manifest.Macro;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Node;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** {@code manifest.json} in dbt's shape, version 12: its keys and no others. Streamed; a big project makes no tree. */
public final class ManifestFile {

    public static final String NAME = "manifest.json";

    private static final String SHAPE = "https://schemas.getdbt.com/dbt/manifest/v12.json";

    private final JsonWriter json;
    private final Manifest manifest;
    private final RunFacts facts;

    private ManifestFile(JsonWriter json, Manifest manifest, RunFacts facts) {
        this.json = json;
        this.manifest = manifest;
        this.facts = facts;
    }

    public static void write(TargetFolder target, Manifest manifest, RunFacts facts) {
        target.writeJson(NAME, json -> {
            new ManifestFile(json, manifest, facts).write();
        });
    }

    private void write() {
        json.object();
        DbtMetadata.write(json, SHAPE, facts);
        json.field("project_name", manifest.projectName())
                .field("adapter_type", facts.adapterType())
                .end();
        json.object("nodes");
        each(Node.class, node -> new DbtNode(json, facts).write(node));
        manifest.hooks().forEach(hook -> {
            json.name(RunResultsFile.operation(manifest.projectName(), hook.name()));
            new DbtNode(json, facts).write(manifest.projectName(), hook);
        });
        json.end();
        section("sources", Source.class, source -> DbtSource.write(json, source, facts));
        section("macros", Macro.class, macro -> DbtResource.macro(json, macro));
        section("docs", Doc.class, this::doc);
        section("exposures", Exposure.class, exposure -> DbtResource.exposure(json, exposure));
        json.object("metrics").end();
        section("groups", Group.class, this::group);
        json.object("selectors").end();
        disabled();
        maps();
        json.object("saved_queries").end();
        json.object("semantic_models").end();
        json.object("unit_tests").end();
        json.end();
    }

    private <T extends Resource> void section(String name, Class<T> type, Consumer<T> writer) {
        json.object(name);
        each(type, writer);
        json.end();
    }

    private <T extends Resource> void each(Class<T> type, Consumer<T> writer) {
        manifest.all(type).forEach(resource -> {
            json.name(resource.id().value());
            writer.accept(resource);
        });
    }

    private void doc(Doc doc) {
        json.object();
        DbtResource.identity(json, doc);
        json.field("block_contents", doc.description().text()).end();
    }

    private void group(Group group) {
        json.object();
        DbtResource.identity(json, group);
        DbtResource.owner(json, group.owner());
        json.field("description", group.description().text()).end();
    }

    private void disabled() {
        var byId = new TreeMap<ResourceId, List<Resource>>();
        manifest.disabled()
                .forEach(each ->
                        byId.computeIfAbsent(each.id(), id -> new ArrayList<>()).add(each));
        json.object("disabled");
        byId.forEach((id, resources) -> {
            json.array(id.value());
            resources.forEach(this::disabled);
            json.end();
        });
        json.end();
    }

    // dbt's shape has no place for the other kinds there.
    private void disabled(Resource resource) {
        switch (resource) {
            case Node node -> new DbtNode(json, facts).write(node);
            case Source source -> DbtSource.write(json, source, facts);
            case Exposure exposure -> DbtResource.exposure(json, exposure);
            default -> {}
        }
    }

    private void maps() {
        var parents = new TreeMap<ResourceId, Collection<ResourceId>>();
        var children = new TreeMap<ResourceId, List<ResourceId>>();
        var groups = new TreeMap<String, List<ResourceId>>();
        manifest.all(Group.class).forEach(group -> groups.put(group.name(), new ArrayList<>()));
        manifest.resources().values().stream().filter(ManifestFile::hasPlace).forEach(resource -> {
            Collection<ResourceId> needed = DbtResource.needs(resource.references());
            parents.put(resource.id(), needed);
            children.computeIfAbsent(resource.id(), id -> new ArrayList<>());
            needed.forEach(need ->
                    children.computeIfAbsent(need, id -> new ArrayList<>()).add(resource.id()));
            resource.config()
                    .group()
                    .ifPresent(group -> groups.computeIfAbsent(group, name -> new ArrayList<>())
                            .add(resource.id()));
        });
        map("parent_map", parents);
        map("child_map", children);
        map("group_map", groups);
    }

    private void map(String name, Map<?, ? extends Collection<ResourceId>> map) {
        json.field(name, map);
    }

    private static boolean hasPlace(Resource resource) {
        return resource instanceof Node || resource instanceof Source || resource instanceof Exposure;
    }
}

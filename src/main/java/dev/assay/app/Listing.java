package dev.assay.app;

import dev.assay.json.JsonWriter;
import dev.assay.manifest.Node;
import dev.assay.manifest.Resource;
import dev.assay.manifest.Source;
import dev.assay.select.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is selected, a line for each resource. */
public final class Listing {

    /** What a line holds. */
    public enum Form {
        SELECTOR,
        NAME,
        PATH,
        JSON
    }

    private Listing() {}

    public static Stream<String> lines(ParsedProject project, Selection selection, Form form, List<String> keys) {
        return selection.ids().stream().map(project.manifest()::get).map(resource -> switch (form) {
            case SELECTOR -> selector(resource);
            case NAME -> resource.name();
            case PATH -> resource.identity().path();
            case JSON -> json(resource, keys);
        });
    }

    private static String selector(Resource resource) {
        String path = String.join(".", resource.identity().fqn());
        return switch (resource) {
            case Source source -> "source:" + path;
            case Node node -> path;
            default -> resource.id().type().word() + ":" + path;
        };
    }

    private static String json(Resource resource, List<String> keys) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("unique_id", resource.id().value());
        all.put("name", resource.name());
        all.put("resource_type", resource.id().type().word());
        all.put("package_name", resource.identity().packageName());
        all.put("original_file_path", resource.identity().path());
        all.put("fqn", resource.identity().fqn());
        all.put("tags", resource.config().tags());
        all.put("description", resource.description().text());
        all.put("config", resource.config().values());
        all.put(
                "depends_on",
                Map.of("nodes", resource.needs().stream().map(Object::toString).toList()));
        return JsonWriter.text(json -> json.value(keys.isEmpty() ? all : only(all, keys)));
    }

    private static Map<String, Object> only(Map<String, Object> all, List<String> keys) {
        var some = new LinkedHashMap<String, Object>();
        keys.stream().flatMap(typed -> Stream.of(typed.split("[\\s,]+"))).forEach(key -> {
            Object value = all;
            for (String part : key.split("\\.", -1)) {
                value = value instanceof Map<?, ?> map ? map.get(part) : null;
            }
            some.put(key, value);
        });
        return some;
    }

    /** Names as completion offers them. */
    static List<String> names(ParsedProject project) {
        return new ArrayList<>(
                project.manifest().all(Node.class).map(Resource::name).sorted().toList());
    }
}

package dev.assay.compile;

import dev.assay.manifest.ColumnSpec;
import dev.assay.manifest.Exposure;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Node;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Resource;
import dev.assay.manifest.Source;
import dev.assay.sql.RelationName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resources as templates see them: {@code model.tags}, {@code graph.nodes}. Keys are dbt's; what is unknown is left out. */
final class ResourceMaps {

    private final Manifest manifest;

    ResourceMaps(Manifest manifest) {
        this.manifest = manifest;
    }

    /** Described when it is first looked at: few templates do. */
    Map<String, Object> graph() {
        return new LazyMap(() -> {
            var graph = new LinkedHashMap<String, Object>();
            graph.put("nodes", all(Node.class));
            graph.put("sources", all(Source.class));
            graph.put("exposures", all(Exposure.class));
            return graph;
        });
    }

    private Map<String, Object> all(Class<? extends Resource> type) {
        var all = new LinkedHashMap<String, Object>();
        manifest.all(type).forEach(found -> all.put(found.id().value(), resource(found)));
        return all;
    }

    Map<String, Object> resource(Resource resource) {
        return new LazyMap(() -> describe(resource));
    }

    private static Map<String, Object> describe(Resource resource) {
        var map = new LinkedHashMap<String, Object>();
        map.put("unique_id", resource.id().value());
        map.put("name", resource.name());
        map.put("resource_type", resource.id().type().word());
        map.put("package_name", resource.identity().packageName());
        map.put("path", resource.identity().path());
        map.put("original_file_path", resource.identity().path());
        map.put("fqn", resource.identity().fqn());
        map.put("description", resource.description().text());
        map.put("meta", resource.description().meta());
        map.put("tags", resource.config().tags());
        map.put("config", resource.config().values());
        map.put("columns", columns(resource.description().columns()));
        map.put(
                "depends_on",
                Map.of("nodes", resource.needs().stream().map(Object::toString).toList()));
        relation(resource).ifPresent(name -> {
            name.database().ifPresent(database -> map.put("database", database));
            map.put("schema", name.schema());
            map.put("alias", name.name());
            map.put("identifier", name.name());
        });
        return map;
    }

    private static Optional<RelationName> relation(Resource resource) {
        return switch (resource) {
            case Relational relational -> Optional.of(relational.relation());
            case Source source -> Optional.of(source.relation());
            default -> Optional.empty();
        };
    }

    private static Map<String, Object> columns(List<ColumnSpec> columns) {
        var map = new LinkedHashMap<String, Object>();
        for (ColumnSpec column : columns) {
            var entry = new LinkedHashMap<String, Object>();
            entry.put("name", column.name());
            entry.put("description", column.description());
            column.dataType().ifPresent(type -> entry.put("data_type", type));
            entry.put("tags", column.tags());
            entry.put("meta", column.meta());
            map.put(column.name(), entry);
        }
        return map;
    }
}

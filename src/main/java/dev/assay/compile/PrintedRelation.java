package dev.assay.compile;

import dev.assay.manifest.Manifest;
import dev.assay.manifest.Relational;
import dev.assay.manifest.ResourceId;
import dev.assay.template.Printable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A relation in a template: its quoted name, and {@code .database}, {@code .schema}, {@code .name}, {@code .identifier}, {@code .type}. */
record PrintedRelation(ResourceId id, Manifest manifest, Printing printing, Supplier<String> printed)
        implements Printable {

    @Override
    public String print() {
        return printed.get();
    }

    @Override
    public Map<String, Object> parts() {
        var parts = new LinkedHashMap<String, Object>();
        if (printing.isInlined(id)) {
            put(parts, Printing.PREFIX + manifest.get(id).name(), "cte");
            return parts;
        }
        var name = printing.name(id);
        name.database().ifPresent(database -> parts.put("database", database));
        parts.put("schema", name.schema());
        boolean isView = manifest.get(id) instanceof Relational relational && relational.isView();
        put(parts, name.name(), isView ? "view" : "table");
        return parts;
    }

    private static void put(Map<String, Object> parts, String identifier, String type) {
        parts.put("name", identifier);
        parts.put("identifier", identifier);
        parts.put("type", type);
    }
}

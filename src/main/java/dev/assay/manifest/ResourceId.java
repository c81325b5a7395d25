package dev.assay.manifest;

import java.util.List;

/** The unique name of a resource, as dbt writes it: {@code model.shop.orders}. */
public record ResourceId(String value) implements Comparable<ResourceId> {

    public static ResourceId of(ResourceType type, String... parts) {
        return new ResourceId(type.word() + "." + String.join(".", parts));
    }

    public ResourceType type() {
        return ResourceType.of(value.substring(0, value.indexOf('.'))).orElseThrow();
    }

    /** The parts after the type: package first, then names. */
    public List<String> names() {
        return List.of(value.substring(value.indexOf('.') + 1).split("\\."));
    }

    @Override
    public int compareTo(ResourceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

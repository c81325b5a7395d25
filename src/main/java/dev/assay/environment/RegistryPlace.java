package dev.assay.environment;

import dev.assay.sql.RelationName;
import java.util.List;

/**
 * Where the registry's tables are.
 *
 * @param shared the schema of what belongs to the whole database
 * @param quality the schema of what belongs to the environments that keep their publications in it
 */
public record RegistryPlace(String shared, String quality) {

    static final String VERSION_TABLE = "registry_version";

    /** As every run has it. */
    public static RegistryPlace of(String quality) {
        return new RegistryPlace(Registry.OWN_SCHEMA, quality);
    }

    /** All its tables. */
    public List<RelationName> tables() {
        return List.of(
                environments(),
                environmentSchemas(),
                sharedVersion(),
                publications(),
                texts(),
                notes(),
                qualityVersion());
    }

    RelationName environments() {
        return RelationName.of(shared, "environments");
    }

    RelationName environmentSchemas() {
        return RelationName.of(shared, "environment_schemas");
    }

    RelationName sharedVersion() {
        return RelationName.of(shared, VERSION_TABLE);
    }

    RelationName publications() {
        return RelationName.of(quality, "publications");
    }

    RelationName texts() {
        return RelationName.of(quality, "texts");
    }

    RelationName notes() {
        return RelationName.of(quality, "notes");
    }

    RelationName qualityVersion() {
        return RelationName.of(quality, VERSION_TABLE);
    }
}

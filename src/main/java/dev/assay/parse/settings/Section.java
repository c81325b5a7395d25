package dev.assay.parse.settings;

import dev.assay.manifest.ResourceType;
import dev.assay.yaml.Keys;

/** The parts of a YAML file that describe things with a file of their own. */
public enum Section {
    MODELS("models", ResourceType.MODEL),
    SEEDS("seeds", ResourceType.SEED),
    ANALYSES("analyses", ResourceType.ANALYSIS),
    TESTS("data_tests", ResourceType.TEST),
    MACROS("macros", ResourceType.MACRO);

    private static final Keys PLAIN = Keys.of("name", "description", "config", "meta", "tags", "docs");
    private static final Keys COLUMNS = PLAIN.and("columns", "group");
    private static final Keys RELATION =
            COLUMNS.and("data_tests", "tests", "access", "contract", "constraints", "checks");
    private static final Keys MODEL = RELATION.and(
            "lineage", "freshness", "deprecation_date", "primary_key", "versions", "latest_version", "time_spine");
    private static final Keys MACRO = PLAIN.and("arguments");

    private final String key;
    private final ResourceType type;

    Section(String key, ResourceType type) {
        this.key = key;
        this.type = type;
    }

    /** As it stands in YAML. */
    public String key() {
        return key;
    }

    /** What users call one of them. */
    public String word() {
        return type.word();
    }

    public ResourceType type() {
        return type;
    }

    public SettingTable settings() {
        return switch (this) {
            case MODELS -> SettingTables.MODEL;
            case SEEDS -> SettingTables.SEED;
            case ANALYSES -> SettingTables.ANALYSIS;
            case TESTS -> SettingTables.TEST;
            case MACROS -> SettingTables.MACRO;
        };
    }

    /** What an entry may have. */
    public Keys keys() {
        return switch (this) {
            case MODELS -> MODEL;
            case SEEDS -> RELATION;
            case ANALYSES -> COLUMNS;
            case TESTS -> PLAIN;
            case MACROS -> MACRO;
        };
    }
}

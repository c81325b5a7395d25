package dev.assay.parse.settings;

/** What can be set for each kind of resource: dbt's words, those of its warehouses, and ours. */
public final class SettingTables {

    private static final SettingTable EVERY =
            SettingTable.empty().flags("enabled").lists("tags").mappings("meta").texts("group");

    private static final SettingTable RELATION = EVERY.texts("schema", "database", "alias", "event_time", "sql_header")
            .mappings("docs", "persist_docs", "quoting", "contract", "grants")
            .flags("full_refresh")
            .hooks("pre_hook", "post_hook", "after_publish")
            .lists("packages")
            .word("access", "private", "protected", "public")
            .word("gate", "before", "after", "off", "strict")
            .word("publish_by", "auto", "swap", "overwrite", "difference")
            .texts("publish_group", "timeout", "keep_candidates", "max_candidate_bytes")
            .numbers("keep_generations")
            .anything("static_analysis", "freshness", "labels");

    /** Settings that only one warehouse understands: known everywhere, so that a project can serve several. */
    private static final SettingTable WAREHOUSES = RELATION.texts(
                    "snowflake_warehouse",
                    "query_tag",
                    "target_lag",
                    "refresh_mode",
                    "initialize",
                    "scheduler",
                    "table_format",
                    "external_volume",
                    "base_location",
                    "base_location_root",
                    "base_location_subpath",
                    "catalog",
                    "catalog_name",
                    "tmp_relation_type",
                    "row_access_policy",
                    "table_tag",
                    "immutable_where",
                    "snowflake_initialization_warehouse",
                    "location",
                    "format",
                    "delimiter",
                    "plugin")
            .flags(
                    "transient",
                    "automatic_clustering",
                    "secure",
                    "copy_grants",
                    "copy_tags",
                    "unlogged",
                    "glue_register")
            .lists("cluster_by", "partition_by", "partitioned_by")
            .anything("indexes", "options", "parquet_read_options", "overwrite_columns");

    static final SettingTable MODEL = WAREHOUSES
            .word(
                    "materialized",
                    "view",
                    "table",
                    "ephemeral",
                    "incremental",
                    "materialized_view",
                    "dynamic_table",
                    "external")
            .lists("unique_key", "incremental_predicates", "merge_update_columns", "merge_exclude_columns")
            .texts("incremental_strategy", "watermark", "batch_size", "on_error")
            .word("on_schema_change", "ignore", "append_new_columns", "sync_all_columns", "fail")
            .word("on_configuration_change", "apply", "continue", "fail")
            .flags("concurrent_batches")
            .mappings("lineage", "allow_names")
            .anything("lookback", "begin", "checks");

    static final SettingTable SEED = WAREHOUSES
            .word("materialized", "seed")
            .mappings("column_types", "trailer")
            .flags("quote_columns")
            .word("load", "replace", "append")
            .lists("files", "key")
            .texts("delimiter", "encoding", "null_text");

    public static final SettingTable TEST = EVERY.texts(
                    "schema", "database", "alias", "warn_if", "error_if", "fail_calc", "where", "timeout", "sql_header")
            .word("materialized", "test")
            .word("severity", "error", "warn")
            .mappings("allow_names")
            .numbers("limit", "weight")
            .flags("store_failures", "ratchet")
            .word("store_failures_as", "table", "view", "ephemeral")
            .word("gate", "before", "after", "off")
            .texts("every", "description")
            .word("scope", "whole", "staged")
            .anything("static_analysis");

    public static final SettingTable SOURCE = EVERY.texts(
                    "event_time", "loaded_at_field", "loaded_at_query", "schema", "database")
            .mappings("freshness", "quoting", "external")
            .anything("static_analysis");

    static final SettingTable ANALYSIS = EVERY.mappings("docs").anything("static_analysis");

    public static final SettingTable EXPOSURE = EVERY;

    public static final SettingTable GROUP = SettingTable.empty().mappings("meta");

    static final SettingTable MACRO = SettingTable.empty().mappings("meta", "docs");

    private SettingTables() {}
}

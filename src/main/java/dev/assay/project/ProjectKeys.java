package dev.assay.project;

import dev.assay.yaml.Keys;
import java.util.List;
import java.util.Map;

/** The words of assay_project.yml: dbt's, ours, and those of dbt that mean nothing here. */
public final class ProjectKeys {

    private ProjectKeys() {}

    /** Where each kind of file is looked for, and where when nothing is said. */
    static final Map<SourceTree.Kind, Folders> PATHS = Map.of(
            SourceTree.Kind.MODEL, new Folders("model-paths", "models"),
            SourceTree.Kind.SEED, new Folders("seed-paths", "seeds"),
            SourceTree.Kind.TEST, new Folders("test-paths", "tests"),
            SourceTree.Kind.MACRO, new Folders("macro-paths", "macros"),
            SourceTree.Kind.SNAPSHOT, new Folders("snapshot-paths", "snapshots"),
            SourceTree.Kind.ANALYSIS, new Folders("analysis-paths", "analyses"),
            SourceTree.Kind.DOC, new Folders("docs-paths", "docs"));

    /** A key that lists folders, and the folder that it lists when it is absent. */
    record Folders(String key, String usual) {}

    /** Blocks of folder settings; the first word of a pair is ours. */
    static final List<String> SECTIONS = List.of(
            "models",
            "seeds",
            "snapshots",
            "sources",
            "data_tests",
            "unit_tests",
            "analyses",
            "exposures",
            "reconciliations");

    /** dbt's old word for data tests. */
    static final String OLD_TESTS = "tests";

    public static final Keys TOP = Keys.of(
                    "name",
                    "version",
                    "config-version",
                    "profile",
                    "target-path",
                    "clean-targets",
                    "vars",
                    "on-run-start",
                    "on-run-end",
                    "dispatch",
                    "query-comment",
                    "quoting",
                    "flags",
                    "quality",
                    "publish",
                    "timezone",
                    "gate")
            .and(new Keys(PATHS.values().stream().map(Folders::key).sorted().toList()))
            .and(new Keys(SECTIONS))
            .and(OLD_TESTS);

    public static final Keys QUALITY = Keys.of("schema", "sample_limit", "keep_days", "keep_candidates");
    public static final Keys QUOTING = Keys.of("database", "schema", "identifier");
    public static final Keys DISPATCH = Keys.of("macro_namespace", "search_order");
    public static final Keys QUERY_COMMENT = Keys.of("comment", "append", "job-label");
    public static final Keys FLAGS = Keys.of(
            "fail_fast",
            "full_refresh",
            "indirect_selection",
            "store_failures",
            "use_colors",
            "warn_error",
            "log_format",
            "quiet",
            "debug");

    public static final List<String> PUBLISH = List.of("passing", "all", "each", "none");
    public static final List<String> GATE = List.of("before", "after", "off", "strict");

    /** What became of words that dbt has or had. */
    static final Map<String, String> FORMER = Map.ofEntries(
            Map.entry("source-paths", "it is called `model-paths` now"),
            Map.entry("data-paths", "it is called `seed-paths` now"),
            Map.entry("modules-path", "assay has no packages: remove it"),
            Map.entry("packages-install-path", "assay has no packages: remove it"),
            Map.entry("require-dbt-version", "assay is not dbt: remove it"),
            Map.entry("dbt-cloud", "assay has no platform: remove it"),
            Map.entry("cloud", "assay has no platform: remove it"),
            Map.entry("restrict-access", "assay always keeps what is private: remove it"),
            Map.entry("asset-paths", "the site of assay is one file: remove it"),
            Map.entry("log-path", "the log is `assay.log` in the target folder: remove it"),
            Map.entry("metrics", "assay has no semantic layer: remove it"),
            Map.entry("semantic-models", "assay has no semantic layer: remove it"),
            Map.entry("saved-queries", "assay has no semantic layer: remove it"));

    /** Settings whose value is a mapping: without a plus they would read as folders. */
    static final List<String> MAPPING_SETTINGS = List.of(
            "meta",
            "grants",
            "persist_docs",
            "docs",
            "contract",
            "column_types",
            "quoting",
            "freshness",
            "lineage",
            "trailer",
            "external");

    /** Settings that stay templates until their relation is built. */
    static boolean isHook(String key) {
        String bare = (key.startsWith("+") ? key.substring(1) : key).replace('_', '-');
        return bare.equals("pre-hook") || bare.equals("post-hook") || bare.equals("after-publish");
    }
}

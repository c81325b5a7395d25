package dev.assay.parse.settings;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.manifest.Config;
import dev.assay.manifest.Macro;
import dev.assay.manifest.Model;
import dev.assay.manifest.RelationForm;
import dev.assay.manifest.Resource;
import dev.assay.project.NotImplemented;
import dev.assay.source.Span;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Settings that assay knows and does not act on yet. An error where something else would be built, tested or published
 * than the project asks for; a warning where only the cost or the upkeep differs.
 */
public final class IgnoredSettings {

    /** With what to do instead. */
    private static final Map<String, String> ERRORS = Map.ofEntries(
            Map.entry("catalog_name", "remove it: assay makes no tables of a catalog"),
            Map.entry("checks", "write each rule as a test under `data_tests:`"),
            Map.entry("contract", "remove it, and write what it promises as tests under `data_tests:`"),
            Map.entry("encoding", "remove it, and save the file in UTF-8"),
            Map.entry("files", "remove it, and put one file `<name>.csv` into the seed folder"),
            Map.entry("key", "remove it: a seed is loaded as a whole"),
            Map.entry("lineage", "remove it, and select the columns of the lineage in the model"),
            Map.entry("load", "remove it: a seed is loaded as a whole, by `load: replace`"),
            Map.entry("null_text", "remove it: an empty cell is null"),
            Map.entry("quote_columns", "remove it: assay always quotes the names of columns"),
            Map.entry("ratchet", "remove it, or accept a number of failures by `error_if`"),
            Map.entry("row_access_policy", "remove it, and set the policy on the published relation: it is kept"),
            Map.entry("sql_header", "remove it, and write the statements as a `pre_hook`"),
            Map.entry("table_format", "remove it: assay makes the warehouse's own tables"),
            Map.entry("table_tag", "remove it, and set the tag on the published relation"),
            Map.entry("trailer", "remove it, and the last line of the file"));

    private static final Set<String> WARNINGS = Set.of(
            "automatic_clustering",
            "copy_tags",
            "every",
            "freshness",
            "keep_candidates",
            "keep_generations",
            "max_candidate_bytes",
            "quoting",
            "scope",
            "timeout",
            "unlogged",
            "weight");

    /** Values that ask for what assay does anyway. */
    private static final Map<String, Set<String>> MET = Map.of(
            "encoding", Set.of("utf-8", "utf8"),
            "load", Set.of("replace"),
            "null_text", Set.of(""),
            "scope", Set.of("whole"),
            "table_format", Set.of("default"));

    /** dbt calls these macros to name relations. */
    private static final Set<String> NAMING =
            Set.of("generate_schema_name", "generate_database_name", "generate_alias_name");

    private IgnoredSettings() {}

    /** Each place once: one line of the project file applies to many resources. */
    public static void tell(Iterable<Resource> resources, Problems problems) {
        Set<Span> told = new HashSet<>();
        for (Resource resource : resources) {
            Config config = resource.config();
            config.places().forEach((key, place) -> {
                Object value = config.values().get(key);
                if (isAskedFor(key, value) && told.add(place)) {
                    problems.add(isError(key, value) ? error(key, place) : NotImplemented.warning(key, place));
                }
            });
            switch (resource) {
                case Model model -> tellOfLocation(model, problems);
                case Macro macro -> tellOfNaming(macro, problems);
                default -> {}
            }
        }
    }

    /** For a key of a column, or a key beside {@code config}. */
    public static Diagnostic error(String key, Span place) {
        return NotImplemented.error(key, place).help(ERRORS.get(key));
    }

    private static boolean isAskedFor(String key, Object value) {
        if (ERRORS.containsKey(key) || WARNINGS.contains(key)) {
            return switch (key) {
                case "contract" -> isEnforced(value);
                case "quote_columns", "quoting" -> value != null;
                default ->
                    !NotImplemented.asksForNothing(value)
                            && !MET.getOrDefault(key, Set.of())
                                    .contains(value.toString().toLowerCase(Locale.ROOT));
            };
        }
        return false;
    }

    /** Names of columns are quoted anyway, so only {@code quote_columns: false} asks for other names. */
    private static boolean isError(String key, Object value) {
        return ERRORS.containsKey(key) && !(key.equals("quote_columns") && value.equals(true));
    }

    private static boolean isEnforced(Object contract) {
        return contract instanceof Map<?, ?> map && "true".equalsIgnoreCase(String.valueOf(map.get("enforced")));
    }

    private static void tellOfNaming(Macro macro, Problems problems) {
        if (NAMING.contains(macro.name())) {
            problems.add(NotImplemented.error(macro.name(), macro.place())
                    .note("no macro of a project decides where relations go")
                    .help("set `schema`, `database` or `alias` of the models, and give the macro another name"));
        }
    }

    private static void tellOfLocation(Model model, Problems problems) {
        Config config = model.config();
        config.text("location")
                .filter(text -> model.form() != RelationForm.EXTERNAL)
                .ifPresent(text -> problems.add(Diagnostic.error(
                                Code.WRONG_VALUE,
                                config.place("location", model.place()),
                                "`location` has no effect on model `" + model.name() + "`, which is a "
                                        + config.materialized())
                        .help("say `materialized: external` to write the rows to that file too, or"
                                + " remove `location`")));
    }
}

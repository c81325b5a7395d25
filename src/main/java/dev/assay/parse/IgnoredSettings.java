package dev.assay.parse;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.manifest.Config;
import dev.assay.manifest.Resource;
import dev.assay.source.Span;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Settings that are known, promise something, and are not acted on yet: nobody shall rely on them unwarned. */
final class IgnoredSettings {

    private static final Set<String> SETTINGS = Set.of(
            "automatic_clustering",
            "checks",
            "contract",
            "copy_tags",
            "encoding",
            "every",
            "keep_candidates",
            "keep_generations",
            "lineage",
            "max_candidate_bytes",
            "null_text",
            "quote_columns",
            "quoting",
            "ratchet",
            "row_access_policy",
            "scope",
            "sql_header",
            "table_tag",
            "timeout",
            "weight");

    private IgnoredSettings() {}

    /** Each place once: one line of the project file speaks for many resources. */
    static void tell(Iterable<Resource> resources, Problems problems) {
        Set<Span> told = new HashSet<>();
        for (Resource resource : resources) {
            Config config = resource.config();
            for (Map.Entry<String, Span> set : config.places().entrySet()) {
                boolean promises = SETTINGS.contains(set.getKey())
                        && !asksForNothing(config.values().get(set.getKey()));
                if (promises && told.add(set.getValue())) {
                    problems.add(Diagnostic.warning(Code.NOT_SUPPORTED, "nothing comes of `" + set.getKey() + "` yet")
                            .at(set.getValue())
                            .note("this version of assay knows the setting and does not act on it"));
                }
            }
        }
    }

    private static boolean asksForNothing(Object value) {
        return switch (value) {
            case null -> true;
            case Boolean flag -> !flag;
            case Map<?, ?> map -> map.values().stream().allMatch(IgnoredSettings::asksForNothing);
            case Iterable<?> list -> !list.iterator().hasNext();
            default -> false;
        };
    }
}

package dev.assay.parse.declarations;

import dev.assay.diagnostic.Problems;
import dev.assay.project.Templated;
import dev.assay.template.Scope;
import dev.assay.yaml.Yaml;
import java.util.Set;

/** Renders the texts of resource YAML, save those that are rendered elsewhere. */
public record YamlTexts(Templated templated) {

    /** Descriptions know {@code doc}, tests and exposures know {@code ref}, hooks run much later. */
    private static final Set<String> KEPT = Set.of(
            "description",
            "data_tests",
            "tests",
            "depends_on",
            "pre_hook",
            "pre-hook",
            "post_hook",
            "post-hook",
            "after_publish",
            "after-publish");

    public Problems problems() {
        return templated.problems();
    }

    YamlTexts with(String name, Object value) {
        Scope more = templated.scope().with(name, value);
        return new YamlTexts(templated.in(more));
    }

    public Yaml.Mapping mapping(Yaml.Mapping mapping) {
        return templated.mapping(mapping, KEPT::contains);
    }

    public Yaml.Scalar scalar(Yaml.Scalar scalar) {
        return templated.scalar(scalar);
    }
}

package dev.assay.warehouse;

import dev.assay.source.Span;
import dev.assay.yaml.Yaml;

/**
 * One output of a profile, as an adapter reads it.
 *
 * @param fields as written, with their places; variables are resolved
 * @param folder of the profiles.yml that holds it: what relative paths start from
 */
public record Settings(Yaml.Mapping fields, String folder) {

    /** Where a field's value stands; the whole output when it is not there. */
    public Span place(String key) {
        return fields.get(key).map(Yaml::span).orElse(fields.span());
    }
}

package dev.assay.warehouse;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.source.Span;
import dev.assay.yaml.Fields;
import dev.assay.yaml.Yaml;
import java.util.List;

/**
 * One output of a profile, as an adapter reads it.
 *
 * @param fields as written, with their places; variables are resolved
 * @param folder of the profiles.yml that holds it: what relative paths start from
 */
public record OutputSettings(Yaml.Mapping fields, String folder) {

    /** Where a field's value stands; the whole output when it is not there. */
    public Span place(String key) {
        return fields.get(key).map(Yaml::span).orElse(fields.span());
    }

    /** Whether the whole database is published as one file. */
    public boolean publishesByFile(Fields read) {
        return read.word("publish_by", List.of("auto", "file"))
                .filter("file"::equals)
                .isPresent();
    }

    /** Refuses that where a database is not one file. */
    public void requireNoFile(Fields read, String label) {
        if (publishesByFile(read)) {
            read.problems()
                    .add(Diagnostic.error(
                                    Code.NOT_SUPPORTED,
                                    place("publish_by"),
                                    "a database of " + label + " is not one file that could be exchanged")
                            .note("`publish_by: file` is for outputs of type duckdb")
                            .help("leave it out; how a single table comes into its place is said with the model"));
        }
    }
}

package dev.assay.parse;

import dev.assay.manifest.ColumnSpec;
import dev.assay.manifest.Reference;
import dev.assay.project.SourceTree;
import dev.assay.source.Span;
import dev.assay.yaml.Yaml;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One thing that a YAML file speaks of: the facts of the file, before anything else of the project is known. */
sealed interface Declared {

    String name();

    /** Where its name is written. */
    Span place();

    /** What YAML adds to a thing that has a file of its own. */
    record Patch(
            Section section,
            String name,
            Span place,
            SourceTree.Entry file,
            String description,
            Layer config,
            List<ColumnSpec> columns,
            List<TestUse> tests)
            implements Declared {}

    /** A table of a source. */
    record Table(
            String source,
            String name,
            Span place,
            SourceTree.Entry file,
            Optional<String> database,
            String schema,
            String identifier,
            String description,
            Layer config,
            Map<String, Object> settings,
            List<ColumnSpec> columns,
            List<TestUse> tests)
            implements Declared {}

    record Exposure(
            String name,
            Span place,
            SourceTree.Entry file,
            String description,
            Layer config,
            Map<String, Object> settings,
            List<Reference> references)
            implements Declared {}

    record Group(
            String name, Span place, SourceTree.Entry file, String description, Layer config, Map<String, Object> owner)
            implements Declared {}

    /** A thing that this version reads and leaves alone. */
    record KeptOut(String kind, String name, Span place) implements Declared {}

    /**
     * A generic test as it stands in YAML.
     *
     * @param column under which it stands
     */
    record TestUse(Yaml written, Optional<ColumnSpec> column, SourceTree.Entry file) {}
}

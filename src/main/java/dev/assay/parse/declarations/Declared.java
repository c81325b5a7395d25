package dev.assay.parse.declarations;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.manifest.ColumnSpec;
import dev.assay.manifest.Reference;
import dev.assay.parse.settings.Layer;
import dev.assay.parse.settings.Section;
import dev.assay.project.SourceTree;
import dev.assay.source.Span;
import dev.assay.yaml.Yaml;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One thing that a YAML file speaks of: the facts of the file, before anything else of the project is known. */
public sealed interface Declared {

    String name();

    /** Where its name is written. */
    Span place();

    /**
     * What YAML adds to a thing that has a file of its own.
     *
     * @param targets what its foreign keys lead to
     */
    record Patch(
            Section section,
            String name,
            Span place,
            SourceTree.Entry file,
            String description,
            Layer config,
            List<ColumnSpec> columns,
            List<Reference> targets,
            List<TestUse> tests)
            implements Declared {}

    /**
     * A table of a source.
     *
     * @param external where its files are said to lie; empty where it has none
     */
    record Table(
            String source,
            String name,
            Span place,
            Optional<Span> external,
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
    record KeptOut(String kind, String name, Span place) implements Declared {

        public static KeptOut told(String kind, String name, Span place, Problems problems) {
            String called = name.isEmpty() ? kind : kind + " `" + name + "`";
            problems.add(Diagnostic.warning(
                            Code.NOT_SUPPORTED,
                            "the " + called
                                    + " is left out: this version of assay does not know what to do with it yet")
                    .at(place));
            return new KeptOut(kind, name, place);
        }
    }

    /**
     * A generic test as it stands in YAML.
     *
     * @param column under which it stands
     */
    record TestUse(Yaml written, Optional<ColumnSpec> column, SourceTree.Entry file) {}
}

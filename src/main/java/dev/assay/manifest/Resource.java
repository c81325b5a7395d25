package dev.assay.manifest;

import dev.assay.source.Span;
import java.util.List;
import java.util.Map;

/** A thing that the project declares. */
public sealed interface Resource permits Node, Source, Exposure, Macro, Group, Doc {

    ResourceId id();

    /** What users call it. */
    String name();

    Identity identity();

    /** Where its main text stands, for messages. */
    default Span place() {
        return identity().place();
    }

    /** The words that users wrote about it. */
    Description description();

    /** The settings that apply to it, from all files. */
    Config config();

    /** Whether it is no relation: its SQL becomes a part of the SQL of its readers. */
    default boolean isInlined() {
        return false;
    }

    /** What it says it needs; resolved in {@link Manifest}. */
    default List<Reference> references() {
        return List.of();
    }

    /** What it needs directly, each once. */
    default List<ResourceId> needs() {
        return references().stream()
                .flatMap(reference -> reference.target().stream())
                .distinct()
                .toList();
    }

    /**
     * Where a resource lives in the project.
     *
     * @param packageName the project's name
     * @param path the file that holds it, relative to the project folder, with forward slashes
     * @param fqn package, folders, name: what the fqn method selects by
     * @param place the piece of text that declares it
     * @param patch the path of the YAML file that describes it, relative to the project folder; empty without one
     */
    record Identity(String packageName, String path, List<String> fqn, Span place, String patch) {

        public Identity {
            fqn = List.copyOf(fqn);
        }
    }

    /** What users wrote about a resource and its columns. */
    record Description(String text, Map<String, Object> meta, List<ColumnSpec> columns) {

        public static final Description NONE = new Description("", Map.of(), List.of());

        public Description {
            columns = List.copyOf(columns);
        }
    }
}

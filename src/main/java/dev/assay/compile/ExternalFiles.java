package dev.assay.compile;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Node;
import dev.assay.manifest.Source;
import dev.assay.source.Span;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Dialect;
import dev.assay.warehouse.ForwardingDialect;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.Warehouse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dialect in which a source that is files is written as the warehouse's reading of those files.
 *
 * @param readings by the name that the source would have as a table
 */
public record ExternalFiles(Dialect inner, Map<RelationName, String> readings) implements ForwardingDialect {

    /**
     * @param folder what relative locations start from
     * @throws dev.assay.diagnostic.ProblemsFound when the warehouse reads no files, or it is not clear how
     */
    public static Dialect over(Manifest manifest, Warehouse warehouse, Path folder) {
        var problems = new Problems();
        List<Source> read = manifest.all(Node.class)
                .flatMap(node -> node.needs().stream())
                .distinct()
                .flatMap(id -> manifest.find(id).stream())
                .filter(Source.class::isInstance)
                .map(Source.class::cast)
                .toList();
        var readings = new HashMap<>(PastSources.readings(read, warehouse, problems));
        read.stream()
                .filter(source -> external(source).isPresent())
                .forEach(source -> reading(source, warehouse, folder, problems)
                        .ifPresent(words -> readings.put(source.relation(), words)));
        problems.throwIfErrors();
        return readings.isEmpty() ? warehouse.dialect() : new ExternalFiles(warehouse.dialect(), Map.copyOf(readings));
    }

    /** What is said beside the table, or with its settings. */
    private static Optional<Map<?, ?>> external(Source source) {
        Object beside =
                source.settings().getOrDefault("external", source.config().map("external"));
        return beside instanceof Map<?, ?> map && !map.isEmpty() ? Optional.of(map) : Optional.empty();
    }

    /** The path or address of a source that is files. */
    public static Optional<String> location(Source source, Path folder) {
        return location(source).map(location -> FileForm.whole(location, folder));
    }

    /** The same as it is written: relative to the project, where it is. */
    static Optional<String> location(Source source) {
        return external(source)
                .flatMap(external -> Optional.ofNullable(external.get("location")))
                .map(location -> location.toString().replace("{name}", source.name()));
    }

    /** As people find it in their file, for messages. */
    public static String written(Source source) {
        return location(source).orElse("");
    }

    /** Where the files are said to lie; the table's name where that is nowhere. */
    static Span place(Source source) {
        return source.config().place("external", source.place());
    }

    private static Optional<String> reading(Source source, Warehouse warehouse, Path folder, Problems problems) {
        Map<?, ?> external = external(source).orElseThrow();
        if (!warehouse.capabilities().contains(Capability.EXTERNAL_FILES)) {
            problems.add(Diagnostic.error(
                            Code.NOT_SUPPORTED, place(source), warehouse.label() + " has no sources that are files")
                    .help("load them into a table, and leave `external` out for this warehouse"));
            return Optional.empty();
        }
        Optional<String> location =
                Optional.ofNullable(external.get("location")).map(Object::toString);
        if (location.isEmpty()) {
            problems.add(Diagnostic.error(
                            Code.MISSING_KEY,
                            place(source),
                            "the external files of " + called(source) + " have no `location`")
                    .help("say where they are: external: {location: \"data/*.parquet\"}"));
            return Optional.empty();
        }
        Optional<String> format =
                FileForm.of(Optional.ofNullable(external.get("file_format")).map(Object::toString), location.get());
        if (format.isEmpty()) {
            problems.add(Diagnostic.error(
                            Code.WRONG_VALUE,
                            place(source),
                            "it is not clear how the files of " + called(source) + " are to be read")
                    .note(FileForm.ENDINGS)
                    .help("say `file_format`: " + String.join(", ", FileForm.ALL)));
            return Optional.empty();
        }
        Map<String, Object> values = Map.of(
                "format", format.get(),
                "location", new Literal(location(source, folder).orElseThrow()),
                "parameters", options(source, external, problems));
        return Optional.of(warehouse
                .wording()
                .statement("read the files of " + called(source), "read_files", values)
                .text()
                .strip());
    }

    static String called(Source source) {
        return "`" + source.sourceName() + "." + source.name() + "`";
    }

    private static List<Map<String, Object>> options(Source source, Map<?, ?> external, Problems problems) {
        if (external.get("partitions") != null) {
            problems.add(Diagnostic.error(
                            Code.NOT_SUPPORTED,
                            place(source),
                            "`partitions` of " + called(source) + " are not declared here")
                    .help("let folders be columns: options: {hive_partitioning: true}"));
        }
        return external.get("options") instanceof Map<?, ?> options
                ? FileForm.options(
                        options,
                        name -> problems.add(Diagnostic.error(
                                Code.WRONG_VALUE,
                                place(source),
                                "the option `" + name + "` of " + called(source)
                                        + " has to be a text, a number, true or false")))
                : List.of();
    }

    @Override
    public String print(RelationName name) {
        String reading = readings.get(name);
        return reading == null ? inner.print(name) : reading;
    }
}

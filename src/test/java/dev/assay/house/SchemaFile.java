package dev.assay.house;

import dev.assay.source.SourceFile;
import dev.assay.yaml.YamlReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** A JSON schema for editors. JSON is YAML, so our own reader reads it. */
record SchemaFile(Map<?, ?> root) {

    static final List<String> NAMES = List.of("assay_project", "profiles", "resources");

    private static final Path FOLDER = House.ROOT.resolve("src/main/resources/dev/assay/schema");
    private static final String REFERENCE = "#/definitions/";

    static SchemaFile of(String name) {
        Path file = FOLDER.resolve(name + ".json");
        return new SchemaFile((Map<?, ?>) YamlReader.read(new SourceFile(file.toString(), House.read(file)))
                .plain());
    }

    /** A definition, or the root for the empty name. */
    Map<?, ?> definition(String name) {
        return name.isEmpty() ? root : map(map(root.get("definitions")).get(name));
    }

    /** The keys of a mapping, each with what is said of it. */
    Map<String, Map<?, ?>> properties(Map<?, ?> schema) {
        var found = new LinkedHashMap<String, Map<?, ?>>();
        map(resolved(schema).get("properties")).forEach((key, value) -> found.put(key.toString(), map(value)));
        return found;
    }

    /** The mappings whose keys a value or an item of it may have. */
    Optional<Map<?, ?>> mapping(Map<?, ?> schema) {
        Map<?, ?> resolved = resolved(schema);
        if (resolved.get("properties") != null) {
            return Optional.of(resolved);
        }
        return Stream.concat(Stream.ofNullable(resolved.get("items")), parts(resolved).stream())
                .map(part -> mapping(map(part)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What a definition says, where it is only named. */
    Map<?, ?> resolved(Map<?, ?> schema) {
        return name(schema).map(this::definition).orElse(schema);
    }

    /** Of which definition this is the name. */
    static Optional<String> name(Map<?, ?> schema) {
        return Optional.ofNullable(schema.get("$ref"))
                .map(text -> text.toString().replace(REFERENCE, ""));
    }

    /** The first description: its own, or that of what it may be. */
    String description(Map<?, ?> schema) {
        Map<?, ?> resolved = resolved(schema);
        if (resolved.get("description") != null) {
            return resolved.get("description").toString();
        }
        return parts(resolved).stream()
                .map(part -> description(map(part)))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The words that a value may be, where it may only be one of a few. */
    List<String> words(Map<?, ?> schema) {
        Map<?, ?> resolved = resolved(schema);
        if (resolved.get("enum") instanceof List<?> words) {
            return words.stream()
                    .filter(word -> !word.equals(false))
                    .map(Object::toString)
                    .distinct()
                    .toList();
        }
        return parts(resolved).stream()
                .map(part -> words(map(part)))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Each key of each mapping of the file, with the path to it. */
    void each(BiConsumer<String, Map<?, ?>> visitor) {
        each("", root, visitor);
    }

    private static void each(String path, Object value, BiConsumer<String, Map<?, ?>> visitor) {
        switch (value) {
            case Map<?, ?> map ->
                map.forEach((key, inner) -> {
                    if (key.equals("properties")) {
                        map(inner).forEach((name, schema) -> visitor.accept(path + "." + name, map(schema)));
                    }
                    each(path + "." + key, inner, visitor);
                });
            case List<?> list -> list.forEach(inner -> each(path, inner, visitor));
            case null, default -> {}
        }
    }

    static List<?> parts(Map<?, ?> schema) {
        return Stream.of("allOf", "anyOf")
                .flatMap(word -> schema.get(word) instanceof List<?> list ? list.stream() : Stream.empty())
                .toList();
    }

    static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}

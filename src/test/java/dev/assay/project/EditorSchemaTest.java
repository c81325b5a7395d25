package dev.assay.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.source.SourceFile;
import dev.assay.yaml.Keys;
import dev.assay.yaml.Yaml;
import dev.assay.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an editor offers is what the reader knows. JSON is YAML, so the schemas are read by our own reader. */
class EditorSchemaTest {

    private static Yaml.Mapping schema(String name) {
        String path = "/dev/assay/schema/" + name + ".json";
        try (InputStream stream = EditorSchemaTest.class.getResourceAsStream(path)) {
            var file = new SourceFile(path, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            return (Yaml.Mapping) YamlReader.read(file);
        } catch (IOException refused) {
            throw new AssertionError(refused);
        }
    }

    private static Yaml at(Yaml value, String... path) {
        Yaml found = value;
        for (String step : path) {
            found = found instanceof Yaml.Sequence list
                    ? list.items().get(Integer.parseInt(step))
                    : ((Yaml.Mapping) found).get(step).orElseThrow();
        }
        return found;
    }

    private static Set<String> keys(Yaml value, String... path) {
        var keys = new TreeSet<String>();
        ((Yaml.Mapping) at(value, path)).entries().forEach(entry -> keys.add(entry.key()));
        return keys;
    }

    private static Set<String> sorted(Keys keys) {
        return new TreeSet<>(keys.names());
    }

    @Test
    void theProjectFilesKeysAreThoseOfItsReader() {
        Yaml schema = schema("assay_project");
        assertEquals(sorted(ProjectKeys.TOP), keys(schema, "properties"));
        assertEquals(sorted(ProjectKeys.QUALITY), keys(schema, "properties", "quality", "properties"));
        assertEquals(sorted(ProjectKeys.QUOTING), keys(schema, "properties", "quoting", "properties"));
        assertEquals(sorted(ProjectKeys.FLAGS), keys(schema, "properties", "flags", "properties"));
        assertEquals(sorted(ProjectKeys.DISPATCH), keys(schema, "properties", "dispatch", "items", "properties"));
        assertEquals(
                sorted(ProjectKeys.QUERY_COMMENT),
                keys(schema, "properties", "query-comment", "anyOf", "1", "properties"));
        assertEquals(
                ProjectKeys.PUBLISH,
                at(schema, "properties", "publish", "anyOf", "0", "enum").plain());
    }

    @Test
    void settingsThatHoldAMappingAreOfferedWithTheirPlus() {
        Yaml schema = schema("assay_project");
        var offered = new TreeSet<String>();
        keys(schema, "definitions").stream()
                .filter(name -> name.startsWith("folders_of_"))
                .forEach(name -> offered.addAll(keys(schema, "definitions", name, "properties")));
        for (String key : ProjectKeys.MAPPING_SETTINGS) {
            assertTrue(offered.contains("+" + key), key);
        }
    }

    @Test
    void aProfilesKeysAreThoseOfItsReader() {
        Yaml schema = schema("profiles");
        assertEquals(sorted(ProfilesReader.PROFILE_KEYS), keys(schema, "definitions", "profile", "properties"));
        assertEquals(
                List.of("type", "schema"),
                at(schema, "definitions", "output_by_variable", "required").plain());
    }

    @ParameterizedTest
    @ValueSource(strings = {"assay_project", "profiles", "resources"})
    void whatASchemaRefersToIsThereAndUsed(String name) {
        Yaml schema = schema(name);
        assertEquals(
                keys(schema, "definitions"),
                references(schema).collect(java.util.stream.Collectors.toCollection(TreeSet::new)));
    }

    private static Stream<String> references(Yaml value) {
        return switch (value) {
            case Yaml.Scalar scalar -> Stream.empty();
            case Yaml.Sequence list -> list.items().stream().flatMap(EditorSchemaTest::references);
            case Yaml.Mapping mapping ->
                mapping.entries().stream()
                        .flatMap(entry -> entry.key().equals("$ref")
                                ? Stream.of(
                                        ((Yaml.Scalar) entry.value()).written().replace("#/definitions/", ""))
                                : references(entry.value()));
        };
    }
}

package dev.assay.warehouse;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.diagnostic.Spelling;
import dev.assay.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the fields of a mapping and collects what is wrong with them. */
public final class Fields {

    private final Yaml.Mapping mapping;
    private final Problems problems;

    private Fields(Yaml.Mapping mapping, Problems problems) {
        this.mapping = mapping;
        this.problems = problems;
    }

    /** The fields of an output: its own and those that every output has. */
    public static Fields of(Settings settings, Set<String> own, Problems problems) {
        var known = new TreeSet<>(own);
        known.addAll(Set.of("type", "schema", "threads"));
        return new Fields(settings.fields(), problems).knowing(known);
    }

    private Fields knowing(Set<String> known) {
        for (Yaml.Entry entry : mapping.entries()) {
            if (!known.contains(entry.key())) {
                problems.add(unknown(entry, known));
            }
        }
        return this;
    }

    private static Diagnostic unknown(Yaml.Entry entry, Set<String> known) {
        var problem = Diagnostic.error(Code.UNKNOWN_KEY, entry.keySpan(), "`" + entry.key() + "` is no field here");
        List<String> near = Spelling.near(entry.key(), known);
        return near.isEmpty()
                ? problem.note("fields: " + String.join(", ", new TreeSet<>(known)))
                : problem.help("a similar field exists: `" + near.getFirst() + "`");
    }

    public Optional<String> text(String key) {
        return given(key)
                .flatMap(value ->
                        value instanceof Yaml.Scalar scalar && !scalar.written().isBlank()
                                ? Optional.of(scalar.written())
                                : wrong(value, key, "text"));
    }

    public String required(String key) {
        return text(key).orElseGet(() -> {
            problems.add(Diagnostic.error(Code.MISSING_KEY, mapping.span(), "`" + key + "` is missing"));
            return "";
        });
    }

    public Optional<Boolean> flag(String key) {
        return given(key)
                .flatMap(value -> value instanceof Yaml.Scalar scalar && scalar.plain() instanceof Boolean flag
                        ? Optional.of(flag)
                        : wrong(value, key, "true or false"));
    }

    /** A list of texts, or the one text that stands for a list of one. */
    public List<String> texts(String key) {
        return items(key).stream()
                .flatMap(item -> item instanceof Yaml.Scalar scalar
                        ? Optional.of(scalar.written()).stream()
                        : this.<String>wrong(item, key, "a list of names").stream())
                .toList();
    }

    /** Text, numbers and booleans by name. */
    public Map<String, Object> values(String key) {
        var values = new LinkedHashMap<String, Object>();
        given(key)
                .flatMap(value -> value instanceof Yaml.Mapping map ? Optional.of(map) : wrong(value, key, "a map"))
                .ifPresent(map -> map.entries().forEach(entry -> put(values, entry)));
        return values;
    }

    private void put(Map<String, Object> values, Yaml.Entry entry) {
        if (entry.value() instanceof Yaml.Scalar scalar && scalar.plain() != null) {
            values.put(entry.key(), scalar.plain());
        } else {
            wrong(entry.value(), entry.key(), "one value");
        }
    }

    /** A list of maps, each of them read with its own fields. */
    public List<Fields> maps(String key, Set<String> known) {
        var maps = new ArrayList<Fields>();
        for (Yaml item : items(key)) {
            if (item instanceof Yaml.Mapping map) {
                maps.add(new Fields(map, problems).knowing(known));
            } else {
                wrong(item, key, "a list of maps");
            }
        }
        return maps;
    }

    /** What the mapping holds, unchecked; for fields of which any name is right. */
    public Map<String, Object> plain() {
        return mapping.plain();
    }

    private List<Yaml> items(String key) {
        return given(key)
                .map(value -> value instanceof Yaml.Sequence list ? list.items() : List.of(value))
                .orElse(List.of());
    }

    private Optional<Yaml> given(String key) {
        return mapping.get(key).filter(value -> !(value instanceof Yaml.Scalar scalar && scalar.plain() == null));
    }

    private <T> Optional<T> wrong(Yaml value, String key, String wanted) {
        problems.add(Diagnostic.error(Code.WRONG_VALUE, value.span(), "`" + key + "` wants " + wanted));
        return Optional.empty();
    }
}

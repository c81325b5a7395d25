package dev.assay.select;

import dev.assay.manifest.DataTest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Resource;
import dev.assay.manifest.Seed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A setting by its keys, {@code meta.owner}, as the config method asks for it. */
record ConfigKeys(List<String> keys) {

    /** Matches the value itself, or any item of a list. */
    Predicate<Resource> is(String wanted) {
        Predicate<String> exactly = Glob.of(wanted);
        return resource -> items(resource)
                .anyMatch(item -> exactly.test(item.toString())
                        || (isCaseBlind(item) && item.toString().equalsIgnoreCase(wanted)));
    }

    /** What the resource has there, as words: none, one, or those of a list. */
    Stream<String> words(Resource resource) {
        return items(resource).map(Object::toString);
    }

    private Stream<?> items(Resource resource) {
        return value(resource).stream()
                .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
                .filter(item -> item instanceof String || item instanceof Number || item instanceof Boolean);
    }

    private Optional<Object> value(Resource resource) {
        return descend(resource.config().values(), keys)
                .or(() -> keys.getFirst().equals("meta")
                        ? descend(resource.description().meta(), keys.subList(1, keys.size()))
                        : Optional.empty())
                .or(() -> keys.size() == 1 ? standard(keys.getFirst(), resource) : Optional.empty());
    }

    private static Optional<Object> descend(Object value, List<String> keys) {
        Object found = value;
        for (String key : keys) {
            found = found instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return Optional.ofNullable(found);
    }

    /** What holds where nobody said anything. */
    private static Optional<Object> standard(String key, Resource resource) {
        return Optional.ofNullable(
                switch (key) {
                    case "enabled" -> true;
                    case "materialized" ->
                        switch (resource) {
                            case Model model -> model.materialized();
                            case Seed seed -> "seed";
                            case DataTest test -> "test";
                            default -> null;
                        };
                    case "access" ->
                        resource instanceof Model model ? model.config().access() : null;
                    case "severity" -> resource instanceof DataTest ? "error" : null;
                    default -> null;
                });
    }

    // People write true, True, error, ERROR and mean the same.
    private boolean isCaseBlind(Object item) {
        return item instanceof Boolean || keys.equals(List.of("severity"));
    }
}

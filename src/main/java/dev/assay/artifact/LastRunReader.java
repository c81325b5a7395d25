package dev.assay.artifact;

import dev.assay.json.JsonCursor;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.ResourceType;
import dev.assay.result.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads {@link LastRun}, passing over everything else in the file. */
final class LastRunReader {

    private final JsonCursor json;
    private final Map<String, Object> run = new LinkedHashMap<>();
    private final List<ResourceId> selection = new ArrayList<>();
    private final SortedMap<ResourceId, Status> nodes = new TreeMap<>();
    private final SortedMap<ResourceId, Status> tests = new TreeMap<>();
    private final SortedMap<ResourceId, Duration> durations = new TreeMap<>();
    private Object shape = 0L;

    LastRunReader(JsonCursor json) {
        this.json = json;
    }

    Optional<LastRun> read() {
        json.object(field -> {
            switch (field) {
                case "assay_shape" -> shape = json.value();
                case "run" -> json.object(name -> run.put(name, json.value()));
                case "selection" -> json.array(() -> id(json.value()).ifPresent(selection::add));
                case "nodes" -> json.array(() -> status(nodes));
                case "tests" -> json.array(() -> status(tests));
                case "durations_ms" -> json.object(name -> duration(name, json.value()));
                default -> json.skip();
            }
        });
        boolean known = shape instanceof Long number && number == AssayFile.SHAPE && run.get("command") != null;
        return known ? Optional.of(made()) : Optional.empty();
    }

    private LastRun made() {
        return new LastRun(
                String.valueOf(run.get("id")),
                String.valueOf(run.get("command")),
                String.valueOf(run.get("target")),
                options(),
                List.copyOf(selection),
                Collections.unmodifiableSortedMap(nodes),
                Collections.unmodifiableSortedMap(tests),
                Collections.unmodifiableSortedMap(durations),
                false);
    }

    private Map<String, Object> options() {
        var options = new LinkedHashMap<String, Object>();
        if (run.get("options") instanceof Map<?, ?> map) {
            map.forEach((key, value) -> options.put(String.valueOf(key), value));
        }
        return Collections.unmodifiableMap(options);
    }

    private void status(Map<ResourceId, Status> statuses) {
        var fields = new LinkedHashMap<String, Object>();
        json.object(name -> {
            if (name.equals("id") || name.equals("status")) {
                fields.put(name, json.value());
            }
        });
        Optional<Status> status = Arrays.stream(Status.values())
                .filter(each -> each.word().equals(fields.get("status")))
                .findFirst();
        id(fields.get("id")).ifPresent(id -> status.ifPresent(found -> statuses.put(id, found)));
    }

    private void duration(String name, Object millis) {
        if (millis instanceof Long number && number >= 0) {
            id(name).ifPresent(id -> durations.put(id, Duration.ofMillis(number)));
        }
    }

    private static Optional<ResourceId> id(Object value) {
        return Optional.ofNullable(value)
                .map(Object::toString)
                .filter(text -> text.indexOf('.') > 0)
                .filter(text ->
                        ResourceType.of(text.substring(0, text.indexOf('.'))).isPresent())
                .map(ResourceId::new);
    }
}

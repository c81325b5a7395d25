package dev.assay.compile;

import dev.assay.manifest.ResourceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What in the SQL of models may give readers other rows although assay publishes nothing: a word that asks the clock, chance or
 * the session, a relation of others, a file. May be used by many threads.
 */
public final class LiveWords {

    private final Map<ResourceId, String> read;
    private final Map<ResourceId, String> built = new ConcurrentHashMap<>();

    /** @param read the first such word of each text that a template gave while the project was read */
    public LiveWords(Map<ResourceId, String> read) {
        this.read = Map.copyOf(read);
    }

    /** What is known since the project was read. */
    public Map<ResourceId, String> read() {
        return read;
    }

    /** The first such word in the own text of a model, as far as it is known by now. */
    public Optional<String> in(ResourceId model) {
        return Optional.ofNullable(read.get(model)).or(() -> Optional.ofNullable(built.get(model)));
    }

    /** Learns it of a text that only a build gives. */
    void note(ResourceId model, String word) {
        built.put(model, word);
    }

    /** The same, where some models have other texts. */
    public LiveWords with(Map<ResourceId, Optional<String>> others) {
        var all = new HashMap<>(read);
        others.forEach((id, word) -> word.ifPresentOrElse(found -> all.put(id, found), () -> all.remove(id)));
        return new LiveWords(all);
    }
}

package dev.assay.artifact;

import dev.assay.diagnostic.ProblemsFound;
import dev.assay.json.JsonCursor;
import dev.assay.manifest.ResourceId;
import dev.assay.result.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What {@code assay.json} remembers of the run before, or {@code begun.json} of one that was broken off: what {@code retry} goes
 * on from, and how long each node took.
 *
 * @param options of its command
 * @param selection the ids that it worked on
 * @param nodes how each ended
 * @param tests how each ended, wherever it ran
 * @param durations of every node that is known, also from runs before
 * @param isBrokenOff whether the process ended before the run did; then nobody knows how its nodes ended
 */
public record LastRun(
        String invocationId,
        String command,
        String target,
        Map<String, Object> options,
        List<ResourceId> selection,
        SortedMap<ResourceId, Status> nodes,
        SortedMap<ResourceId, Status> tests,
        SortedMap<ResourceId, Duration> durations,
        boolean isBrokenOff) {

    /**
     * The newest run of a target folder. Empty if there is none or if it cannot be read: a run only
     * takes hints from it.
     */
    public static Optional<LastRun> read(TargetFolder target) {
        Optional<LastRun> ended = read(target.file(AssayFile.NAME));
        Optional<String> id = ended.map(LastRun::invocationId);
        return read(target.file(BegunRun.NAME))
                .filter(begun -> !id.equals(Optional.of(begun.invocationId())))
                .map(begun -> begun.brokenOff(ended.map(LastRun::durations).orElse(begun.durations())))
                .or(() -> ended);
    }

    private static Optional<LastRun> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream stream = Files.newInputStream(file);
                JsonCursor json = JsonCursor.over(file.toString(), stream)) {
            return new LastRunReader(json).read();
        } catch (IOException | UncheckedIOException | ProblemsFound unreadable) {
            return Optional.empty();
        }
    }

    private LastRun brokenOff(SortedMap<ResourceId, Duration> known) {
        return new LastRun(invocationId, command, target, options, selection, nodes, tests, known, true);
    }

    /**
     * What went wrong, was skipped or is held: what a retry works on. An empty build keeps nothing to go on from.
     *
     * <p>Of a run that was broken off, all that it was going to do.
     */
    public List<ResourceId> unfinished() {
        if (isBrokenOff) {
            return selection;
        }
        Predicate<Status> isLeft = keptNothing() && !isGood() ? status -> true : status -> !status.isGood();
        return ended().filter(entry -> isLeft.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private boolean keptNothing() {
        return Boolean.TRUE.equals(options.get("empty"));
    }

    private boolean isGood() {
        return ended().allMatch(entry -> entry.getValue().isGood());
    }

    private Stream<Map.Entry<ResourceId, Status>> ended() {
        return Stream.concat(nodes.entrySet().stream(), tests.entrySet().stream());
    }
}

package dev.assay.report;

import dev.assay.manifest.ResourceId;
import dev.assay.result.RunEvent.Planned;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How far a run is: what is planned, what runs, and how long the rest should take by what it took last time. */
final class ProgressEstimate {

    private final Map<ResourceId, Duration> open = new LinkedHashMap<>();
    private final Map<ResourceId, Running> running = new LinkedHashMap<>();
    private final Instant started;
    private final int threads;
    private final int total;
    private final boolean foreseeable;

    private final Set<ResourceId> firstTimes;

    private record Running(String name, Instant since) {}

    ProgressEstimate(List<Planned> planned, int threads, Instant started) {
        this.started = started;
        this.threads = Math.max(1, threads);
        this.total = planned.size();
        List<Duration> known = planned.stream()
                .map(Planned::expected)
                .filter(Duration::isPositive)
                .toList();
        this.firstTimes = planned.stream()
                .filter(node -> !node.expected().isPositive())
                .map(Planned::id)
                .collect(Collectors.toSet());
        this.foreseeable = !known.isEmpty() && known.size() * 2 >= total;
        Duration usual = known.isEmpty()
                ? Duration.ZERO
                : known.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(known.size());
        planned.forEach(node -> open.put(node.id(), node.expected().isPositive() ? node.expected() : usual));
    }

    void started(ResourceId id, String name, Instant now) {
        running.put(id, new Running(name, now));
    }

    void finished(ResourceId id) {
        running.remove(id);
        open.remove(id);
    }

    List<String> running() {
        return running.values().stream().map(Running::name).toList();
    }

    int done() {
        return total - open.size();
    }

    int total() {
        return total;
    }

    Duration elapsed(Instant now) {
        return Duration.between(started, now);
    }

    /** Whether something runs for the first time, and longer than the others usually do: then nobody knows how long. */
    boolean isUnknown(Instant now) {
        return running.keySet().stream()
                .anyMatch(id -> firstTimes.contains(id) && rest(id, now).isZero());
    }

    /** At least as long as the longest of what is open; empty when too little is known of earlier runs. */
    Optional<Duration> left(Instant now) {
        if (!foreseeable || open.isEmpty() || isUnknown(now)) {
            return Optional.empty();
        }
        Duration work = Duration.ZERO;
        Duration longest = Duration.ZERO;
        for (ResourceId id : open.keySet()) {
            Duration rest = rest(id, now);
            work = work.plus(rest);
            longest = rest.compareTo(longest) > 0 ? rest : longest;
        }
        Duration shared = work.dividedBy(threads);
        return Optional.of(shared.compareTo(longest) > 0 ? shared : longest);
    }

    private Duration rest(ResourceId id, Instant now) {
        Running run = running.get(id);
        Duration rest = run == null ? open.get(id) : open.get(id).minus(Duration.between(run.since(), now));
        return rest.isNegative() ? Duration.ZERO : rest;
    }
}

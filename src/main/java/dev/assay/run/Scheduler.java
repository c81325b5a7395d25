package dev.assay.run;

import dev.assay.manifest.ResourceId;
import dev.assay.plan.Plan;
import dev.assay.plan.PlannedNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Which node may start next. Knows no threads and no time: it is told what ended and asked what is ready.
 *
 * <p>Among those that are ready the one with the longest chain behind it goes first. What needs a node that did not end
 * well is skipped, with all that needs it in turn.
 */
final class Scheduler {

    private static final Comparator<PlannedNode> LONGEST_FIRST =
            Comparator.comparingLong(PlannedNode::remaining).reversed().thenComparing(PlannedNode::id);

    private final Map<ResourceId, PlannedNode> waiting = new LinkedHashMap<>();
    private final Map<ResourceId, Integer> missing = new HashMap<>();
    private final Map<ResourceId, List<ResourceId>> waiters = new HashMap<>();
    private final PriorityQueue<PlannedNode> ready = new PriorityQueue<>(LONGEST_FIRST);
    private final Set<ResourceId> running = new HashSet<>();

    /** A node that will not run, and the node whose end is the reason. */
    record Skipped(PlannedNode node, ResourceId because) {}

    Scheduler(Plan plan) {
        for (PlannedNode node : plan.nodes()) {
            waiting.put(node.id(), node);
            missing.put(node.id(), node.waitsFor().size());
            node.waitsFor()
                    .forEach(needed -> waiters.computeIfAbsent(needed, id -> new ArrayList<>())
                            .add(node.id()));
        }
        plan.nodes().stream().filter(node -> node.waitsFor().isEmpty()).forEach(this::makeReady);
    }

    /** The next node to start, if one is ready; it counts as running from now on. */
    Optional<PlannedNode> next() {
        PlannedNode node = ready.poll();
        if (node != null) {
            running.add(node.id());
        }
        return Optional.ofNullable(node);
    }

    /** A running node ended well: what waited for it may become ready. */
    void succeeded(ResourceId id) {
        running.remove(id);
        for (ResourceId waiter : waiters.getOrDefault(id, List.of())) {
            PlannedNode node = waiting.get(waiter);
            if (node != null && missing.merge(waiter, -1, Integer::sum) == 0) {
                makeReady(node);
            }
        }
    }

    /** A running node did not end well: all that needs it, directly or not, is skipped. */
    List<Skipped> failed(ResourceId id) {
        running.remove(id);
        var skipped = new ArrayList<Skipped>();
        var open = new ArrayList<>(List.of(id));
        for (int i = 0; i < open.size(); i++) {
            for (ResourceId waiter : waiters.getOrDefault(open.get(i), List.of())) {
                PlannedNode node = waiting.remove(waiter);
                if (node != null) {
                    skipped.add(new Skipped(node, open.get(i)));
                    open.add(waiter);
                }
            }
        }
        return skipped;
    }

    /** Nothing new starts any more: all that has not begun is skipped. */
    List<PlannedNode> stop() {
        var left = new ArrayList<>(waiting.values());
        left.addAll(ready);
        waiting.clear();
        ready.clear();
        return left;
    }

    boolean isDone() {
        return running.isEmpty() && ready.isEmpty() && waiting.isEmpty();
    }

    private void makeReady(PlannedNode node) {
        waiting.remove(node.id());
        ready.add(node);
    }
}

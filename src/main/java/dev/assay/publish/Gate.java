package dev.assay.publish;

import dev.assay.manifest.ResourceId;
import dev.assay.plan.Plan;
import dev.assay.plan.PlannedNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Who may pass to readers. Pure: from what is known of each node it says which ones are published and why the others are
 * held.
 *
 * <p>A node passes when it was built, no test found it wrong, and all that it was built from passes too; a publish group
 * passes whole or not at all. A view that readers have is a window on what it reads: while it may not pass, what is seen
 * through it may not either, or readers would see untested rows in the view.
 */
public final class Gate {

    /**
     * @param passes to be published, in plan order
     * @param held built nodes that are kept from readers, and why
     */
    record Decision(SortedSet<ResourceId> passes, SequencedMap<ResourceId, String> held) {}

    private final Plan plan;
    private final Map<ResourceId, PlannedNode> byId;
    private final Map<ResourceId, String> groups = new HashMap<>();
    private final SequencedMap<String, List<ResourceId>> members = new LinkedHashMap<>();
    private final Map<ResourceId, List<ResourceId>> windowsOn = new HashMap<>();

    /**
     * @param groups the publish group of a node
     * @param windows what readers see through a node now: what a published view reads
     */
    Gate(Plan plan, Function<ResourceId, Optional<String>> groups, Function<ResourceId, Set<ResourceId>> windows) {
        this.plan = plan;
        this.byId = plan.byId();
        plan.relations()
                .map(PlannedNode::id)
                .forEach(view -> windows.apply(view).stream()
                        .filter(byId::containsKey)
                        .forEach(seen -> windowsOn
                                .computeIfAbsent(seen, any -> new ArrayList<>())
                                .add(view)));
        plan.relations()
                .map(PlannedNode::id)
                .forEach(id -> groups.apply(id).ifPresent(group -> {
                    this.groups.put(id, group);
                    members.computeIfAbsent(group, any -> new ArrayList<>()).add(id);
                }));
    }

    Set<String> groups() {
        return members.keySet();
    }

    Optional<String> groupOf(ResourceId id) {
        return Optional.ofNullable(groups.get(id));
    }

    boolean isRelation(ResourceId id) {
        return byId.get(id).makesRelation();
    }

    /**
     * @param wrong nodes that must not pass, and why: those that failed, those that a test speaks against, those that did
     *     not run
     * @param done nodes that are already published in this run
     */
    Decision decide(Map<ResourceId, String> wrong, SortedSet<ResourceId> done) {
        var held = new LinkedHashMap<>(wrong);
        int before;
        do {
            before = held.size();
            plan.nodes().forEach(node -> holdWhatNeedsHeld(node, held));
            holdBrokenGroups(held);
            holdWhatHeldShow(held, done);
        } while (held.size() > before);
        var passes = new TreeSet<ResourceId>();
        plan.relations()
                .map(PlannedNode::id)
                .filter(id -> !held.containsKey(id) && !done.contains(id))
                .forEach(passes::add);
        return new Decision(passes, held);
    }

    private void holdWhatNeedsHeld(PlannedNode node, Map<ResourceId, String> held) {
        if (held.containsKey(node.id())) {
            return;
        }
        node.waitsFor().stream()
                .filter(held::containsKey)
                .findFirst()
                .ifPresent(needed -> held.put(node.id(), whyNot(needed)));
    }

    private String whyNot(ResourceId needed) {
        return isRelation(needed)
                ? "needs " + nameOf(needed) + ", which is held"
                : "waits for test " + nameOf(needed) + ", which did not pass";
    }

    private void holdWhatHeldShow(Map<ResourceId, String> held, Set<ResourceId> done) {
        windowsOn.forEach((seen, views) -> views.stream()
                .filter(held::containsKey)
                .filter(view -> !done.contains(seen))
                .findFirst()
                .ifPresent(view ->
                        held.putIfAbsent(seen, "readers see it through view " + nameOf(view) + ", which is held")));
    }

    private void holdBrokenGroups(Map<ResourceId, String> held) {
        members.forEach((group, ids) -> ids.stream()
                .filter(held::containsKey)
                .findFirst()
                .ifPresent(broken -> ids.forEach(
                        id -> held.putIfAbsent(id, "publish group `" + group + "` is held by " + nameOf(broken)))));
    }

    /**
     * What has to be published with a group so that nothing published rests on something unpublished: the members, all of
     * this plan that they were built from, the views through which readers see those, and the groups of all in turn.
     */
    SortedSet<ResourceId> together(String group) {
        var together = new TreeSet<ResourceId>();
        var open = new ArrayDeque<ResourceId>();
        members.get(group).forEach(open::push);
        while (!open.isEmpty()) {
            ResourceId id = open.pop();
            if (together.add(id)) {
                byId.get(id).waitsFor().forEach(open::push);
                windowsOn.getOrDefault(id, List.of()).forEach(open::push);
                groupOf(id).ifPresent(other -> members.get(other).forEach(open::push));
            }
        }
        return together;
    }

    /** What changes for readers at one moment with a node: the views on it, and the groups of those. */
    SortedSet<ResourceId> inOneMomentWith(ResourceId node) {
        var changed = new TreeSet<ResourceId>();
        var open = new ArrayDeque<ResourceId>(List.of(node));
        while (!open.isEmpty()) {
            ResourceId id = open.pop();
            if (changed.add(id)) {
                windowsOn.getOrDefault(id, List.of()).forEach(open::push);
                groupOf(id).ifPresent(group -> members.get(group).forEach(open::push));
            }
        }
        return changed;
    }

    public static String nameOf(ResourceId id) {
        return id.names().get(1);
    }
}

package dev.assay.run;

import dev.assay.manifest.ResourceId;
import dev.assay.plan.Plan;
import dev.assay.plan.PlannedNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Who may pass to readers. Pure: from what is known of each node it says which ones are published and why the others are
 * held.
 *
 * <p>A node passes when it was built, no test found it wrong, and all that it was built from passes too; a publish group
 * passes whole or not at all.
 */
final class Gate {

    /** When candidates become visible. */
    enum Mode {
        PASSING,
        ALL,
        EACH,
        NONE;

        static Mode of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /**
     * @param passes to be published, in plan order
     * @param held built nodes that are kept from readers, and why
     */
    record Decision(SortedSet<ResourceId> passes, SequencedMap<ResourceId, String> held) {}

    private final Plan plan;
    private final Function<ResourceId, Optional<String>> groups;
    private final Map<ResourceId, PlannedNode> byId;

    Gate(Plan plan, Function<ResourceId, Optional<String>> groups) {
        this.plan = plan;
        this.groups = groups;
        this.byId = plan.byId();
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
                .ifPresent(needed -> held.put(node.id(), "needs " + nameOf(needed) + ", which is held"));
    }

    private void holdBrokenGroups(Map<ResourceId, String> held) {
        var broken = new HashMap<String, ResourceId>();
        plan.relations()
                .map(PlannedNode::id)
                .filter(held::containsKey)
                .forEach(id -> groups.apply(id).ifPresent(group -> broken.putIfAbsent(group, id)));
        plan.relations()
                .map(PlannedNode::id)
                .filter(id -> !held.containsKey(id))
                .forEach(id -> groups.apply(id)
                        .filter(broken::containsKey)
                        .ifPresent(group ->
                                held.put(id, "publish group `" + group + "` is held by " + nameOf(broken.get(group)))));
    }

    /**
     * What has to be published with a group so that nothing published rests on something unpublished: the members, all of
     * this plan that they were built from, and the groups of those in turn.
     */
    SortedSet<ResourceId> together(String group) {
        var together = new TreeSet<ResourceId>();
        var open = new java.util.ArrayDeque<ResourceId>();
        membersOf(group).forEach(open::push);
        while (!open.isEmpty()) {
            ResourceId id = open.pop();
            if (together.add(id)) {
                byId.get(id).waitsFor().forEach(open::push);
                groups.apply(id).ifPresent(other -> membersOf(other).forEach(open::push));
            }
        }
        return together;
    }

    private java.util.List<ResourceId> membersOf(String group) {
        return plan.relations()
                .map(PlannedNode::id)
                .filter(id -> groups.apply(id).equals(Optional.of(group)))
                .toList();
    }

    static String nameOf(ResourceId id) {
        return id.names().get(1);
    }
}

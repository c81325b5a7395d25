package dev.assay.publish;

import dev.assay.manifest.ResourceId;
import dev.assay.plan.Plan;
import dev.assay.plan.PlannedNode;
import dev.assay.setup.PublishMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which cuts become due in the middle of a run: publish groups as soon as they are whole, and with {@code publish: each}
 * every node. Is told what ended well and what was published; knows no warehouse.
 *
 * <p>A cut is due when all that can speak against its nodes has spoken, and did not.
 */
final class CutTriggers {

    /** What is cut together. */
    record Portion(Optional<String> group, NavigableSet<ResourceId> nodes) {}

    private static final class Waiting {
        private final Portion portion;
        private final Set<ResourceId> unheard;
        private final Set<ResourceId> unpublished;

        Waiting(Portion portion, Set<ResourceId> unheard, Set<ResourceId> unpublished) {
            this.portion = portion;
            this.unheard = unheard;
            this.unpublished = unpublished;
        }

        boolean isDue() {
            return unheard.isEmpty() && unpublished.isEmpty();
        }
    }

    private final Plan plan;
    private final Gate gate;
    private final Map<ResourceId, PlannedNode> byId;
    private final Map<ResourceId, List<ResourceId>> testsOf = new HashMap<>();
    private final Map<ResourceId, List<Waiting>> toHear = new HashMap<>();
    private final Map<ResourceId, List<Waiting>> toBePublished = new HashMap<>();

    CutTriggers(Plan plan, Gate gate, PublishMode mode) {
        this.plan = plan;
        this.gate = gate;
        this.byId = plan.byId();
        plan.nodes()
                .forEach(test -> test.subjects()
                        .forEach(subject -> testsOf.computeIfAbsent(subject, any -> new ArrayList<>())
                                .add(test.id())));
        if (mode == PublishMode.PASSING || mode == PublishMode.EACH) {
            gate.groups().forEach(group -> add(ofGroup(group)));
        }
        if (mode == PublishMode.EACH) {
            plan.relations().filter(node -> gate.groupOf(node.id()).isEmpty()).forEach(node -> add(ofNode(node)));
        }
    }

    /** A node or a test ended well. */
    List<Portion> heard(ResourceId id) {
        return without(toHear.remove(id), waiting -> waiting.unheard.remove(id));
    }

    List<Portion> published(Collection<ResourceId> ids) {
        return ids.stream()
                .flatMap(id -> without(toBePublished.remove(id), waiting -> waiting.unpublished.remove(id)).stream())
                .toList();
    }

    private static List<Portion> without(List<Waiting> touched, java.util.function.Consumer<Waiting> strike) {
        if (touched == null) {
            return List.of();
        }
        touched.forEach(strike);
        return touched.stream()
                .filter(Waiting::isDue)
                .map(waiting -> waiting.portion)
                .toList();
    }

    private void add(Waiting waiting) {
        waiting.unheard.forEach(
                id -> toHear.computeIfAbsent(id, any -> new ArrayList<>()).add(waiting));
        waiting.unpublished.forEach(id ->
                toBePublished.computeIfAbsent(id, any -> new ArrayList<>()).add(waiting));
    }

    private Waiting ofGroup(String group) {
        Set<ResourceId> together = gate.together(group);
        var relations = new TreeSet<ResourceId>();
        plan.relations().map(PlannedNode::id).filter(together::contains).forEach(relations::add);
        return new Waiting(new Portion(Optional.of(group), relations), withTests(together), new HashSet<>());
    }

    private Waiting ofNode(PlannedNode node) {
        NavigableSet<ResourceId> together = new TreeSet<>(gate.inOneMomentWith(node.id()));
        var unheard = withTests(together);
        var unpublished = new HashSet<ResourceId>();
        together.stream()
                .flatMap(id -> byId.get(id).waitsFor().stream())
                .filter(needed -> !together.contains(needed))
                .forEach(needed -> (gate.isRelation(needed) ? unpublished : unheard).add(needed));
        return new Waiting(new Portion(Optional.empty(), together), unheard, unpublished);
    }

    private Set<ResourceId> withTests(Set<ResourceId> ids) {
        var all = new HashSet<>(ids);
        ids.forEach(id -> all.addAll(testsOf.getOrDefault(id, List.of())));
        return all;
    }
}

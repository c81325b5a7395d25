package dev.assay.plan;

import dev.assay.graph.Graph;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.Seed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Turns a selection into a plan: what is built, which tests run with it, what waits for what. */
public final class Planner {

    private final Manifest manifest;
    private final Graph graph;
    private final PlanRequest request;
    private final Subjects subjects;
    private final SortedSet<ResourceId> built = new TreeSet<>();
    private final Map<ResourceId, List<ResourceId>> ownTests = new HashMap<>();
    private final Map<ResourceId, TestSubjects> standing = new LinkedHashMap<>();
    private final List<PlannedNode> after = new ArrayList<>();

    private Planner(Manifest manifest, Graph graph, PlanRequest request) {
        this.manifest = manifest;
        this.graph = graph;
        this.request = request;
        this.subjects = new Subjects(manifest);
    }

    public static Plan plan(Manifest manifest, Graph graph, PlanRequest request) {
        return new Planner(manifest, graph, request).plan();
    }

    private Plan plan() {
        built.addAll(request.implied());
        built.addAll(request.chosen().stream()
                .filter(id -> builds(manifest.get(id), request.mode()))
                .toList());
        request.chosen().stream()
                .map(manifest::get)
                .filter(DataTest.class::isInstance)
                .map(DataTest.class::cast)
                .forEach(this::place);
        Map<ResourceId, SortedSet<ResourceId>> waits = Waits.of(graph, built, standing, this::isRequired);
        return new Plan(withRemaining(inOrder(waits)), after, List.of());
    }

    /** Whether such a run makes a relation of it. */
    public static boolean builds(Resource resource, PlanRequest.Mode mode) {
        return switch (resource) {
            case Model model -> !model.isInlined() && (mode == PlanRequest.Mode.BUILD || mode == PlanRequest.Mode.RUN);
            case Seed seed -> mode == PlanRequest.Mode.BUILD || mode == PlanRequest.Mode.SEED;
            default -> false;
        };
    }

    /** A test of one built node runs right after it; any other stands alone. */
    private void place(DataTest test) {
        if (request.mode() == PlanRequest.Mode.TEST) {
            standing.put(test.id(), TestSubjects.NONE);
            return;
        }
        String gate = gate(test);
        if (gate.equals("off")) {
            return;
        }
        TestSubjects all = subjects.of(test);
        TestSubjects ours = all.within(built);
        if (gate.equals("after")) {
            placeAfter(test, all.all(), ours.all());
        } else if (isOfOneNode(test, ours)) {
            ownTests.computeIfAbsent(ours.read().first(), id -> new ArrayList<>())
                    .add(test.id());
        } else if (!ours.isEmpty() || request.mode() == PlanRequest.Mode.BUILD) {
            standing.put(test.id(), ours.read().isEmpty() ? new TestSubjects(all.read(), ours.inlining()) : ours);
        }
    }

    /** What inlines the only thing that a test reads needs all that this reads: it waits for the node anyway. */
    private static boolean isOfOneNode(DataTest test, TestSubjects ours) {
        return ours.read().size() == 1
                && (ours.inlining().isEmpty() || test.needs().size() == 1);
    }

    /** A test's own word, or that of what it tests, or the project's. */
    private String gate(DataTest test) {
        return test.config()
                .gate()
                .or(() -> test.generic()
                        .flatMap(use -> manifest.get(use.of()).config().gate())
                        .filter(word -> !word.equals("strict")))
                .orElse(request.gate());
    }

    private void placeAfter(DataTest test, SortedSet<ResourceId> all, SortedSet<ResourceId> ours) {
        boolean speaksOfOthersOnly = ours.isEmpty() && !all.isEmpty();
        if (!speaksOfOthersOnly || request.mode() == PlanRequest.Mode.BUILD) {
            after.add(new PlannedNode(
                    test.id(), Action.TEST, new TreeSet<>(), List.of(), ours, "runs on what is published", 0));
        }
    }

    private List<PlannedNode> inOrder(Map<ResourceId, SortedSet<ResourceId>> waits) {
        var order = new ArrayList<PlannedNode>();
        var missing = new HashMap<ResourceId, Integer>();
        var after = new HashMap<ResourceId, List<ResourceId>>();
        standing.keySet().forEach(test -> {
            var needed = waits.getOrDefault(test, new TreeSet<>());
            missing.put(test, needed.size());
            needed.forEach(
                    id -> after.computeIfAbsent(id, any -> new ArrayList<>()).add(test));
            if (needed.isEmpty()) {
                order.add(test(test, needed));
            }
        });
        for (ResourceId id : graph.order()) {
            if (built.contains(id)) {
                order.add(node(id, waits.getOrDefault(id, new TreeSet<>())));
                after.getOrDefault(id, List.of()).stream()
                        .filter(test -> missing.merge(test, -1, Integer::sum) == 0)
                        .forEach(test -> order.add(test(test, waits.get(test))));
            }
        }
        return order;
    }

    private PlannedNode node(ResourceId id, SortedSet<ResourceId> waitsFor) {
        PlanRequest.Judgement judgement = request.judge().apply(manifest.relational(id));
        List<ResourceId> tests = ownTests.getOrDefault(id, List.of());
        return new PlannedNode(id, judgement.action(), waitsFor, tests, new TreeSet<>(), judgement.reason(), 0);
    }

    private boolean isRequired(ResourceId test) {
        return ((DataTest) manifest.get(test)).isRequired();
    }

    private PlannedNode test(ResourceId id, SortedSet<ResourceId> waitsFor) {
        var held = isRequired(id) ? new TreeSet<>(standing.get(id).all()) : new TreeSet<ResourceId>();
        held.retainAll(built);
        return new PlannedNode(id, Action.TEST, waitsFor, List.of(), held, "selected", 0);
    }

    /** From the last to the first: its own time and the longest of those that wait for it. */
    private List<PlannedNode> withRemaining(List<PlannedNode> order) {
        var behind = new HashMap<ResourceId, Long>();
        var result = new ArrayList<PlannedNode>(order);
        for (int i = order.size() - 1; i >= 0; i--) {
            PlannedNode node = order.get(i);
            long remaining = behind.getOrDefault(node.id(), 0L)
                    + Math.max(1, request.expected().getOrDefault(node.id(), 1L));
            node.waitsFor().forEach(needed -> behind.merge(needed, remaining, Math::max));
            result.set(
                    i,
                    new PlannedNode(
                            node.id(),
                            node.action(),
                            node.waitsFor(),
                            node.tests(),
                            node.subjects(),
                            node.reason(),
                            remaining));
        }
        return result;
    }
}

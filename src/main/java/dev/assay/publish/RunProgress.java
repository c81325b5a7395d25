package dev.assay.publish;

import dev.assay.environment.Entry;
import dev.assay.environment.RegistrySnapshot;
import dev.assay.environment.RegistryUpdate;
import dev.assay.manifest.ResourceId;
import dev.assay.plan.Plan;
import dev.assay.plan.PlannedNode;
import dev.assay.result.NodeResult;
import dev.assay.result.Publication;
import dev.assay.result.Status;
import dev.assay.result.TestResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is known in the middle of a run: results so far, who was found wrong, what is out already. */
public final class RunProgress {

    private final Plan plan;
    private final Map<ResourceId, NodeResult> nodes = new HashMap<>();
    private final Map<ResourceId, String> identities = new HashMap<>();
    private final Map<ResourceId, RegistryUpdate> marks = new HashMap<>();
    private final List<TestResult> tests = new ArrayList<>();
    private final Map<ResourceId, String> wrong = new HashMap<>();
    private final Map<ResourceId, List<String>> failedTests = new HashMap<>();
    private final SortedMap<ResourceId, Long> generations = new TreeMap<>();
    private final List<Publication> publications = new ArrayList<>();

    public RunProgress(Plan plan) {
        this.plan = plan;
    }

    public void add(NodeResult result, RegistryUpdate mark) {
        nodes.put(result.id(), result);
        marks.put(result.id(), mark);
        if (!result.status().isGood()) {
            wrong.putIfAbsent(result.id(), result.why());
        }
    }

    /** The warehouse's own id of the candidate. */
    public void identify(ResourceId id, String identity) {
        identities.put(id, identity);
    }

    Optional<String> identity(ResourceId id) {
        return Optional.ofNullable(identities.get(id));
    }

    /** What the registry is told of a node has changed: another of its tests has passed. */
    public void note(RegistryUpdate mark) {
        marks.put(mark.node(), mark);
    }

    public RegistryUpdate mark(ResourceId id) {
        return marks.get(id);
    }

    /** A test that stands alone speaks for or against each of its subjects. */
    public void add(TestResult result, PlannedNode planned) {
        tests.add(result);
        if (!result.status().isGood()) {
            String how = result.status() == Status.SKIPPED ? "did not run" : "failed";
            wrong.putIfAbsent(result.test(), how);
            planned.subjects().forEach(subject -> {
                wrong.putIfAbsent(subject, "test " + result.name() + " " + how);
                if (result.status() != Status.SKIPPED) {
                    failedTests
                            .computeIfAbsent(subject, id -> new ArrayList<>())
                            .add(result.name());
                }
            });
        }
    }

    /** A test that holds nothing: it is not required, or it looks at what is published already. */
    public void addHarmless(TestResult result) {
        tests.add(result);
    }

    /** The warehouse would not take it into a cut. */
    void refuse(ResourceId node, String why) {
        wrong.putIfAbsent(node, why);
    }

    public void add(Publication publication) {
        publications.add(publication);
        publication.nodes().forEach(id -> generations.put(id, publication.generation()));
    }

    /** For the registry: a node that was built and is kept from readers, and whether a test spoke against it. */
    RegistryUpdate heldMark(ResourceId id, String why) {
        List<String> failed = failedTests.getOrDefault(id, List.of());
        return failed.isEmpty()
                ? marks.get(id).because(Entry.State.PROVEN, why)
                : marks.get(id).because(Entry.State.HELD, String.join(", ", failed));
    }

    /** Nodes whose candidates are complete and not published. */
    public Set<ResourceId> waiting() {
        var waiting = new HashSet<ResourceId>();
        nodes.values().stream()
                .filter(result -> result.status() == Status.SUCCESS || result.status() == Status.FAIL)
                .map(NodeResult::id)
                .filter(id -> !generations.containsKey(id))
                .forEach(waiting::add);
        return waiting;
    }

    Map<ResourceId, String> wrong() {
        return wrong;
    }

    public SortedSet<ResourceId> published() {
        return new TreeSet<>(generations.keySet());
    }

    /** Of the cut that published each node of this run. */
    public SortedMap<ResourceId, Long> generations() {
        return new TreeMap<>(generations);
    }

    public boolean isPublished(ResourceId id) {
        return generations.containsKey(id);
    }

    public List<Publication> publications() {
        return publications;
    }

    public List<TestResult> tests() {
        return tests;
    }

    public boolean hasFindings() {
        return !wrong.isEmpty();
    }

    /** In plan order; nodes that were built well and yet are kept from readers are called held. */
    public List<NodeResult> results(SequencedMap<ResourceId, String> held, RegistrySnapshot known) {
        return plan.nodes().stream()
                .map(planned -> nodes.get(planned.id()))
                .filter(java.util.Objects::nonNull)
                .map(result -> result.status() == Status.SUCCESS && held.containsKey(result.id())
                        ? result.withStatus(Status.HELD, held.get(result.id()))
                        : result)
                .map(result -> result.seenAs(seen(result.id(), known)))
                .toList();
    }

    /** The version that readers see when the run is over. */
    private OptionalLong seen(ResourceId id, RegistrySnapshot known) {
        return generations.containsKey(id)
                ? OptionalLong.of(generations.get(id))
                : known.publishedOf(id).map(Entry::generation).orElse(OptionalLong.empty());
    }

    public NodeResult result(ResourceId id) {
        return nodes.get(id);
    }
}

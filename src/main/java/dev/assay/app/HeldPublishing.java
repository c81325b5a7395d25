package dev.assay.app;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.diagnostic.Spelling;
import dev.assay.environment.Entry;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.plan.Action;
import dev.assay.plan.Plan;
import dev.assay.plan.PlannedNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Publishing kept candidates without building them again: those that were asked for, together with the kept ones that they
 * were built from. A candidate that failed a test goes out only when each of its failed tests is accepted by somebody.
 */
public record HeldPublishing(ParsedProject project, Surroundings surroundings, Optional<Acceptance> acceptance) {

    /**
     * Somebody's word that failures are known and borne.
     *
     * @param until a date, after which nobody should rely on it
     */
    public record Acceptance(List<String> tests, String reason, String until, String owner) {

        String words() {
            return "accepted " + String.join(", ", tests) + " until " + until + " by " + owner + ": " + reason;
        }
    }

    public static HeldPublishing of(ParsedProject project, Optional<Acceptance> acceptance) {
        return new HeldPublishing(project, Surroundings.look(project, new TreeSet<>()), acceptance);
    }

    /** @throws ProblemsFound when one of them is not held, or not to be let go */
    public Plan plan(List<String> names) {
        var problems = new Problems();
        var chosen = new TreeSet<ResourceId>();
        names.forEach(name -> entry(name, problems).ifPresent(entry -> collect(entry, chosen)));
        problems.throwIfErrors();
        var nodes = new ArrayList<PlannedNode>();
        for (ResourceId id : project.graph().order()) {
            if (chosen.contains(id)) {
                Entry entry = surroundings.known().waitingOf(id).orElseThrow();
                refusal(entry).ifPresent(problems::add);
                nodes.add(planned(entry, chosen));
            }
        }
        problems.throwIfErrors();
        return new Plan(nodes, List.of(), List.of());
    }

    private Optional<Entry> entry(String name, Problems problems) {
        Manifest manifest = project.manifest();
        List<Entry> kept = surroundings.known().waiting().values().stream()
                .filter(Entry::isKeptCandidate)
                .filter(entry -> surroundings
                        .existing()
                        .contains(project.loaded().warehouse().candidate(entry.relation())))
                .toList();
        Optional<Entry> found = kept.stream()
                .filter(entry -> manifest.find(entry.node())
                        .filter(node -> node.name().equals(name))
                        .isPresent())
                .findFirst();
        if (found.isEmpty()) {
            List<String> held = kept.stream()
                    .flatMap(entry -> manifest.find(entry.node()).stream())
                    .map(Resource::name)
                    .toList();
            Diagnostic problem = Diagnostic.error(Code.NOT_HELD, "no candidate of `" + name + "` is kept")
                    .note(held.isEmpty() ? "none is kept at all" : "kept are " + String.join(", ", held));
            List<String> near = Spelling.near(name, held);
            problems.add(near.isEmpty() ? problem : problem.help("a similar name is held: `" + near.getFirst() + "`"));
        }
        return found;
    }

    /** With a node go its parents' kept candidates, where it was built from those. */
    private void collect(Entry entry, Set<ResourceId> chosen) {
        if (chosen.add(entry.node())) {
            entry.inputs()
                    .runs()
                    .forEach((parent, run) -> surroundings
                            .known()
                            .waitingOf(parent)
                            .filter(Entry::isKeptCandidate)
                            .filter(kept -> kept.runId().equals(run))
                            .ifPresent(kept -> collect(kept, chosen)));
        }
    }

    private Optional<Diagnostic> refusal(Entry entry) {
        if (entry.state() != Entry.State.HELD) {
            return Optional.empty();
        }
        List<String> accepted = acceptance.map(Acceptance::tests).orElse(List.of());
        List<String> open = List.of(entry.message().split(", ", -1)).stream()
                .filter(test -> !accepted.contains(test))
                .toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        String name = entry.node().names().get(1);
        return Optional.of(Diagnostic.error(
                        Code.TEST_NOT_ACCEPTED,
                        "`" + name + "` failed what nobody has accepted: " + String.join(", ", open))
                .note("the data are as they were when the test failed")
                .help("mend the data and build again, or bear it: assay publish --held " + name + " --accept "
                        + String.join(",", open) + " --reason … --until … --owner …"));
    }

    private PlannedNode planned(Entry entry, Set<ResourceId> chosen) {
        var waits = new TreeSet<>(entry.inputs().runs().keySet());
        waits.retainAll(chosen);
        String reason = entry.state() == Entry.State.HELD
                ? acceptance.map(Acceptance::words).orElse("")
                : "its candidate is proven";
        return new PlannedNode(entry.node(), Action.REUSE, waits, List.of(), new TreeSet<>(), reason, 1);
    }
}

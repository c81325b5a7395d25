package dev.assay.app;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.environment.Entry;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.publish.CandidateIdentities;
import dev.assay.run.Verbs;
import dev.assay.sql.RelationName;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Why a kept candidate cannot be published as it is: readers would get something else than was tested.
 *
 * @param isUnchanged whether the project still says the same of a node as when its candidate was built
 */
record OutdatedCandidates(
        ParsedProject project, WarehouseState warehouseState, KeptVersions versions, Predicate<Entry> isUnchanged) {

    /**
     * @param chosen nodes whose kept candidates are published together
     * @param anew views that are built again in the same run
     */
    Optional<Diagnostic> problem(Entry entry, Set<ResourceId> chosen, Set<ResourceId> anew) {
        Optional<Relational> node = project.manifest()
                .find(entry.node())
                .filter(Relational.class::isInstance)
                .map(Relational.class::cast);
        if (node.isEmpty()) {
            return Optional.of(problem(entry, "`" + nameOf(entry.node()) + "` is no longer in the project"));
        }
        return becameAnother(entry, node.get())
                .or(() -> emptied(entry))
                .or(() -> wrongParent(entry, isQuery(node.get()), chosen, anew))
                .or(() -> lacksText(entry, node.get()) ? Optional.of(changed(entry)) : Optional.empty());
    }

    /** A table without kept settings is published with those of the project: its rows are what was tested. */
    private boolean lacksText(Entry entry, Relational node) {
        boolean needsText = isQuery(node) || versions.reasons().containsKey(entry.node());
        return needsText && !versions.nodes().containsKey(entry.node()) && !isUnchanged.test(entry);
    }

    private static Optional<Diagnostic> becameAnother(Entry entry, Relational node) {
        String kept = words(entry.kind(), entry.relation());
        String now = words(Verbs.of(node), node.relation());
        return kept.equals(now)
                ? Optional.empty()
                : Optional.of(problem(entry, "`" + node.name() + "` was tested as " + kept + " and is now " + now));
    }

    private Optional<Diagnostic> emptied(Entry entry) {
        return versions.emptied().contains(entry.node())
                ? Optional.of(problem(
                                entry,
                                "the candidate of `" + nameOf(entry.node()) + "` has lost the rows that were tested")
                        .note(CandidateIdentities.WHY_EMPTIED))
                : Optional.empty();
    }

    // The registry keeps no database of a relation.
    private static String words(String kind, RelationName relation) {
        return kind + " " + RelationName.of(relation.schema(), relation.name());
    }

    private Optional<Diagnostic> wrongParent(
            Entry entry, boolean isQuery, Set<ResourceId> chosen, Set<ResourceId> anew) {
        return entry.inputs().runs().entrySet().stream()
                .filter(input -> {
                    ResourceId parent = input.getKey();
                    boolean isReleased = !anew.contains(parent) && isKeptVersion(parent, input.getValue());
                    boolean isReplaced = isQuery && (chosen.contains(parent) || anew.contains(parent));
                    return !isReleased && (isReplaced || !isPublishedVersion(parent, input.getValue()));
                })
                .findFirst()
                .map(input -> problem(
                                entry,
                                "`" + nameOf(entry.node()) + "` was tested over a version of `" + nameOf(input.getKey())
                                        + "` that readers would not see")
                        .note(
                                input.getValue().isEmpty()
                                        ? "`" + nameOf(input.getKey()) + "` was not assay's then"
                                        : "that version is of run " + input.getValue()));
    }

    private boolean isKeptVersion(ResourceId parent, String run) {
        return warehouseState.known().waitingOf(parent).filter(this::isKept).stream()
                .anyMatch(entry -> entry.runId().equals(run));
    }

    private boolean isPublishedVersion(ResourceId parent, String run) {
        return warehouseState
                .known()
                .publishedOf(parent)
                .map(Entry::runId)
                .orElse("")
                .equals(run);
    }

    private Diagnostic changed(Entry entry) {
        return problem(
                        entry,
                        "the SQL or settings of `" + nameOf(entry.node())
                                + "` may have changed since its candidate was tested")
                .note("the text that was tested cannot be published: "
                        + versions.reasons().getOrDefault(entry.node(), "the run that built it did not keep it"));
    }

    private static Diagnostic problem(Entry entry, String headline) {
        return Diagnostic.error(Code.CANDIDATE_OUTDATED, headline)
                .note("the candidate is of run " + entry.runId() + ", " + entry.since())
                .help("build it again: assay build --select " + nameOf(entry.node()));
    }

    /** Whether its candidate is complete and exists. */
    boolean isKept(Entry entry) {
        return entry.isKeptCandidate()
                && warehouseState
                        .existing()
                        .contains(project.loaded().warehouse().candidate(entry.relation()));
    }

    private static boolean isQuery(Resource node) {
        return node instanceof Relational relational && relational.form().isQuery();
    }

    static String nameOf(ResourceId id) {
        return id.names().get(1);
    }
}

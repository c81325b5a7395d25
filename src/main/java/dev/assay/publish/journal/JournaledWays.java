package dev.assay.publish.journal;

import dev.assay.manifest.ResourceId;
import dev.assay.materialize.Candidate;
import dev.assay.materialize.CandidateAfter;
import dev.assay.materialize.CapabilityChecks;
import dev.assay.materialize.Change;
import dev.assay.materialize.Part;
import dev.assay.materialize.PartMaker;
import dev.assay.materialize.Predecessor;
import dev.assay.materialize.Product;
import dev.assay.materialize.Way;
import dev.assay.publish.CatalogContents;
import dev.assay.setup.RunSetup;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.NodeSettings;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.facet.NodeWording;
import dev.assay.warehouse.facet.ReaderLimits;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Chooses how to publish where each definition commits by itself: swap, overwrite, define or keep. */
record JournaledWays(
        RunSetup setup,
        Session session,
        PartMaker maker,
        CatalogContents found,
        PolicyLookup policies,
        DependentLookup dependents) {

    List<Part> parts(List<Candidate> candidates) {
        List<Candidate> tables = candidates.stream()
                .filter(candidate -> candidate.product() instanceof Product.Table)
                .filter(candidate -> found.existing().is(candidate.published(), Kind.TABLE))
                .toList();
        List<Candidate> alike = definedAlike(candidates);
        var columns = ColumnLists.read(
                setup.warehouse(),
                session,
                Stream.concat(tables.stream(), alike.stream())
                        .flatMap(candidate -> Stream.of(candidate.published(), candidate.name()))
                        .toList());
        var overwrites = new OverwriteChoice(found, columns, policies, dependents);
        Set<RelationName> staying = new HashSet<>(overwrites.among(tables));
        alike.stream()
                .filter(view -> columns.areSame(view.published(), view.name()))
                .map(Candidate::published)
                .forEach(staying::add);
        return candidates.stream()
                .map(candidate -> part(candidate, staying, columns))
                .toList();
    }

    private List<Candidate> definedAlike(List<Candidate> candidates) {
        List<Candidate> views = candidates.stream()
                .filter(candidate -> candidate.product() instanceof Product.View)
                // What hooks put on a view is compared with nothing.
                .filter(candidate -> candidate.hooks().isEmpty())
                .filter(candidate -> found.existing().is(candidate.published(), Kind.VIEW))
                .toList();
        if (views.isEmpty()) {
            return List.of();
        }
        ViewDefinitions there = ViewDefinitions.read(setup.warehouse(), session, setup.schemas());
        return views.stream()
                .filter(view -> views().isDefinedAlike(view, there))
                .toList();
    }

    private Part part(Candidate candidate, Set<RelationName> staying, ColumnLists columns) {
        boolean stays = staying.contains(candidate.published());
        return switch (candidate.product()) {
            case Product.Table table
            when stays -> maker.staying(candidate, new Way.Overwrite(), description(candidate, columns));
            case Product.View view
            when stays -> maker.staying(candidate, new Way.Keep(), description(candidate, columns));
            case Product.View view -> defined(candidate);
            case Product.Table table -> maker.exchange(candidate, exchanged(candidate));
            case Product.Staged(Change change) ->
                maker.merge(
                        candidate, change, maker.goesOn() ? CandidateAfter.POINTS_TO_PUBLISHED : CandidateAfter.STAYS);
            case Product.StoredView stored -> maker.exchange(candidate, exchanged(candidate));
        };
    }

    /** Made by {@code create or replace}, even the first time: done twice, it does no harm. */
    private Part defined(Candidate candidate) {
        Predecessor predecessor = Predecessor.ofDefinition(Kind.VIEW, maker.visible(candidate));
        // COPY GRANTS shuts out the grants on future views, so a new view is made without.
        Candidate shaped = predecessor == Predecessor.REPLACED ? candidate : withoutGrants(candidate);
        return maker.define(candidate, predecessor, shaped.define(Predecessor.REPLACED));
    }

    private Candidate withoutGrants(Candidate candidate) {
        NodeSettings nodeSettings =
                CapabilityChecks.nodeSettings(candidate.blueprint().node()).with("copy_grants", false);
        return new Candidate(
                candidate.blueprint(),
                candidate.materialization(),
                candidate.product(),
                NodeWording.of(setup.warehouse(), nodeSettings),
                candidate.hooks(),
                candidate.identity(),
                candidate.rows());
    }

    private Predecessor exchanged(Candidate candidate) {
        return maker.visible(candidate)
                .map(kind -> kind == Kind.TABLE ? Predecessor.SWAPPED : Predecessor.SET_ASIDE)
                .orElse(Predecessor.NONE);
    }

    /** What describes a relation that stays, if it is described in other words than its candidate. */
    private List<Statement> description(Candidate candidate, ColumnLists columns) {
        RelationName built = candidate.name();
        boolean isAlike = columns.areDescribedAlike(candidate.published(), built)
                && found.marks().areDescribedAlike(candidate.published(), built);
        return isAlike ? List.of() : candidate.describe();
    }

    /** Relations that would be replaced by others, which show what a policy hides now. */
    SortedMap<ResourceId, WarehouseError> refused(List<Part> parts) {
        List<Part> replaced =
                parts.stream().filter(part -> isReplaced(part.predecessor())).toList();
        for (Kind kind : List.of(Kind.TABLE, Kind.VIEW)) {
            policies.ask(
                    replaced.stream()
                            .filter(part ->
                                    part.visibleNow().filter(kind::equals).isPresent())
                            .map(Part::published)
                            .toList(),
                    kind);
        }
        var refused = new TreeMap<ResourceId, WarehouseError>(mixed(parts));
        for (Part part : replaced) {
            part.visibleNow()
                    .flatMap(kind -> policies.on(part.published(), kind).map(answer -> held(part, kind, answer)))
                    .or(() -> heldByDependents(part))
                    .ifPresent(held -> refused.put(part.id(), held));
        }
        return refused;
    }

    /** Views with new SQL in a cut that changes rows: between two steps, readers see the SQL of one cut over rows of another. */
    private SortedMap<ResourceId, WarehouseError> mixed(List<Part> parts) {
        var held = new TreeMap<ResourceId, WarehouseError>();
        boolean changesRows = parts.stream()
                .anyMatch(part -> !(part.way() instanceof Way.Define) && !(part.way() instanceof Way.Keep));
        if (ReaderLimits.of(setup.warehouse()).holdsMixed() && changesRows) {
            parts.stream()
                    .filter(part -> part.predecessor() == Predecessor.REPLACED)
                    .forEach(part -> held.put(
                            part.id(),
                            held(
                                    "the cut would change the SQL of this view and the rows of tables"
                                            + " (`publish_mixed: hold`)",
                                    "publish the view alone first: assay build -s "
                                            + setup.manifest().get(part.id()).name())));
        }
        return held;
    }

    private static boolean isReplaced(Predecessor predecessor) {
        return predecessor == Predecessor.REPLACED
                || predecessor == Predecessor.SWAPPED
                || predecessor == Predecessor.SET_ASIDE;
    }

    private static WarehouseError held(Part part, Kind kind, PolicyLookup.Answer answer) {
        String words = answer == PolicyLookup.Answer.POLICY
                ? "a masking or row access policy stands on the " + kind.word()
                        + ", and would be lost with its old definition"
                : "our role may not see whether a masking or row access policy stands on the " + kind.word()
                        + "; a new one would have none";
        String help = part.candidate().isTold("swap")
                ? "`publish_by: overwrite` keeps the policy while the columns stay the same"
                : "take it off, publish, and put it on again";
        return held(words, help);
    }

    private Optional<WarehouseError> heldByDependents(Part part) {
        return part.visibleNow().flatMap(kind -> kind == Kind.TABLE ? heldTable(part) : heldView(part));
    }

    /** A stream on a view breaks when the view is made anew, and loses the changes that nobody has read. */
    private Optional<WarehouseError> heldView(Part part) {
        List<String> streams = dependents.streamsOn(part.published());
        return streams.isEmpty()
                ? Optional.empty()
                : Optional.of(held(
                        "the new view would take the place of one on which these depend: " + String.join(", ", streams),
                        "drop what depends on the view, publish, and make it again"));
    }

    /** A table that must be swapped, although something depends on it. */
    private Optional<WarehouseError> heldTable(Part part) {
        List<String> on = dependents.on(part.published());
        if (!on.isEmpty()) {
            String help = part.candidate().isTold("swap")
                    ? "`publish_by: overwrite` keeps the table while the columns stay the same"
                    : "drop what depends on the table, publish, and make it again";
            return Optional.of(held(
                    "the new table would take the place of one on which these depend: " + String.join(", ", on), help));
        }
        List<String> unknown = dependents.unknown();
        return unknown.isEmpty() || part.candidate().isTold("swap")
                ? Optional.empty()
                : Optional.of(held(
                        "the warehouse does not list all " + String.join(" and ", unknown)
                                + ", and one may depend on the table that would be replaced",
                        "`publish_by: swap` publishes it without knowing"));
    }

    private static WarehouseError held(String words, String help) {
        return WarehouseError.of(WarehouseError.Kind.HELD, words).helped(List.of(help));
    }

    private PublishedViews views() {
        return new PublishedViews(setup.warehouse());
    }
}

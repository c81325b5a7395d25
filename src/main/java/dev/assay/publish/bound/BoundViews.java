package dev.assay.publish.bound;

import dev.assay.manifest.Relational;
import dev.assay.materialize.Part;
import dev.assay.materialize.Predecessor;
import dev.assay.materialize.Product;
import dev.assay.materialize.Way;
import dev.assay.publish.CutRefused;
import dev.assay.publish.ReplacedRelation;
import dev.assay.publish.dependents.DependencyQueries;
import dev.assay.publish.dependents.Dependent;
import dev.assay.setup.RunSetup;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Views that are bound to the relations which a cut exchanges, replaces or drops.
 *
 * @param parts those that do not stay themselves
 */
record BoundViews(RunSetup setup, Session session, Map<RelationName, Part> parts) {

    private static final String AGAIN = "drop what stands on it, build, and make it again over what is there then";

    static BoundViews of(RunSetup setup, Session session, List<Part> all) {
        Map<RelationName, Part> parts = new LinkedHashMap<>();
        all.stream().filter(part -> !part.staysItself()).forEach(part -> parts.put(part.published(), part));
        return new BoundViews(setup, session, parts);
    }

    /** What readers see now under these names. */
    Map<RelationName, Kind> there() {
        var there = new TreeMap<RelationName, Kind>();
        parts.forEach((name, part) -> part.visibleNow().ifPresent(kind -> there.put(name, kind)));
        return there;
    }

    /**
     * Of these names, those under which readers will find another definition. For a snapshot that is older than the cut, a
     * view with the same SQL shows the same rows as before.
     */
    Set<RelationName> redefined() {
        var redefined = new TreeSet<RelationName>();
        Map<RelationName, RelationName> views = new TreeMap<>();
        there().forEach((name, kind) -> {
            if (kind == Kind.VIEW) {
                views.put(name, parts.get(name).candidate().name());
            } else {
                redefined.add(name);
            }
        });
        redefined.addAll(new DependencyQueries(session, wording()).redefined(views));
        return redefined;
    }

    /** What moves to a published name. */
    Map<RelationName, Kind> candidates() {
        var moving = new TreeMap<RelationName, Kind>();
        parts.values().forEach(part -> {
            if (part.way() instanceof Way.Exchange(Kind kind)) {
                moving.put(part.candidate().name(), kind);
            }
        });
        return moving;
    }

    /** Views that readers do not see yet. */
    boolean addViews() {
        return parts.values().stream().anyMatch(part -> part.visibleNow().isEmpty() && part.visibleThen() == Kind.VIEW);
    }

    /** What a cut puts another relation in the place of: its grants go with it. */
    List<ReplacedRelation> losingGrants() {
        return replaced(EnumSet.of(Predecessor.SET_ASIDE, Predecessor.DROPPED));
    }

    /** The same, and views that get another definition: their options go with the old one. */
    List<ReplacedRelation> losingProperties() {
        return replaced(EnumSet.of(Predecessor.SET_ASIDE, Predecessor.DROPPED, Predecessor.REPLACED));
    }

    private List<ReplacedRelation> replaced(Set<Predecessor> which) {
        return parts.values().stream()
                .filter(part -> which.contains(part.predecessor()))
                .map(part -> new ReplacedRelation(part.blueprint(), !(part.way() instanceof Way.Exchange)))
                .toList();
    }

    /** New tables and materialized views: they are made in another schema, views where they are seen. */
    List<RelationName> movedToNewNames() {
        return parts.values().stream()
                .filter(part -> part.predecessor() == Predecessor.NONE && part.way() instanceof Way.Exchange)
                .map(Part::published)
                .toList();
    }

    /** Only the owner of a relation may exchange it, and only who may change its rows can lock it. */
    void requireOurs() {
        Set<RelationName> there = there().keySet();
        if (there.isEmpty()) {
            return;
        }
        session.query(wording()
                        .statement(
                                "see whose it is", "owned_by_others", Map.of("named", DependencyQueries.names(there))))
                .rows()
                .forEach(row -> {
                    RelationName name =
                            RelationName.of(row.get(0).toString(), row.get(1).toString());
                    String why = name + " " + row.get(2);
                    throw new CutRefused(parts.get(name).id(), refusal(why).helped(List.of("ask for: " + row.get(3))));
                });
    }

    /**
     * The views to be made again over exchanged tables; those that the cut makes anyway are not among them.
     *
     * @throws CutRefused where something depends on a part and cannot be moved to the new relation
     */
    List<Dependent> carriedAlong(List<Dependent> dependents) {
        dependents.forEach(this::requireMovable);
        var seen = new HashSet<RelationName>();
        return dependents.stream()
                .filter(dependent -> dependent.isView() && dependent.direct())
                .filter(dependent -> hadRows(dependent.on()) && !parts.containsKey(dependent.name()))
                .sorted(Comparator.comparingInt(Dependent::depth))
                .filter(dependent -> seen.add(dependent.name()))
                .toList();
    }

    private boolean hadRows(RelationName name) {
        return parts.get(name).visibleNow().filter(kind -> kind != Kind.VIEW).isPresent();
    }

    private void requireMovable(Dependent dependent) {
        if (parts.containsKey(dependent.name())) {
            return;
        }
        Part part = parts.get(dependent.on());
        boolean onTable = hadRows(dependent.on()) && dependent.direct();
        if (part.predecessor() == Predecessor.DROPPED) {
            boolean isOtherKind = !part.visibleNow().equals(Optional.of(part.visibleThen()));
            String why = isOtherKind
                    ? ", and it becomes a " + part.visibleThen().word()
                    : ", and its columns are other ones now";
            throw held(dependent, why, AGAIN);
        } else if (onTable && !(dependent.isView() && dependent.mayBeChanged())) {
            throw part.candidate().isTold("swap")
                    ? held(
                            dependent,
                            " and cannot be brought along, and `publish_by: swap` is said",
                            "with `publish_by: auto` the table stays itself and takes in the rows that differ")
                    : unmovable(dependent, part);
        } else if (onTable && bindsOtherColumns(dependent, part)) {
            throw held(
                    dependent,
                    " and names columns by their position, as in `orders o(a, b)`, and the columns are other ones now",
                    "make the view again without such a list, with `select o.id as a`; or drop it, build, and make it"
                            + " again");
        }
    }

    /** The columns of a join move as soon as one of its tables has one more. */
    private boolean bindsOtherColumns(Dependent view, Part part) {
        var standing = new DependencyQueries(session, wording());
        RelationName candidate = part.candidate().name();
        return (view.namesJoinColumns() && !standing.haveSameColumns(part.published(), candidate))
                || (view.namesColumns()
                        && !standing.changed(Map.of(part.published(), candidate))
                                .isEmpty());
    }

    /** A new plan publishes the table by difference, if its columns stayed: the dependent was not there when this one was made. */
    private RuntimeException unmovable(Dependent dependent, Part part) {
        boolean wasTable = part.visibleNow().equals(Optional.of(Kind.TABLE));
        if (!wasTable || !(part.candidate().product() instanceof Product.Table)) {
            return held(dependent, " and cannot be brought along to another relation", AGAIN);
        }
        boolean sameColumns = new DependencyQueries(session, wording())
                .haveSameColumns(part.published(), part.candidate().name());
        return sameColumns
                ? WarehouseError.of(
                        WarehouseError.Kind.TRANSIENT,
                        dependent.words() + " was put on " + dependent.on() + " while the publication was made")
                : held(dependent, " and cannot be brought along to other columns", AGAIN);
    }

    private CutRefused held(Dependent dependent, String why, String help) {
        WarehouseError refusal = refusal(dependent.words() + " stands on it" + why);
        return new CutRefused(
                parts.get(dependent.on()).id(),
                refusal.helped(List.of(
                        isOwnLeftover(dependent.name())
                                ? "assay has published " + dependent.name() + " itself, and its model is elsewhere or"
                                        + " gone now: `assay prune` removes it, then: assay retry"
                                : help)));
    }

    /** What this project published for a node that has another name by now, or that the project no longer defines. */
    private boolean isOwnLeftover(RelationName name) {
        return Optional.ofNullable(setup.known()
                        .seen(setup.existing().relations().comparator())
                        .get(name))
                .filter(entry -> entry.maker().equals(setup.manifest().projectName()))
                .filter(entry -> setup.manifest()
                        .find(entry.node())
                        .filter(Relational.class::isInstance)
                        .map(Relational.class::cast)
                        .filter(node -> !node.isInlined() && node.relation().equals(name))
                        .isEmpty())
                .isPresent();
    }

    private static WarehouseError refusal(String why) {
        return WarehouseError.of(WarehouseError.Kind.HELD, why);
    }

    /** Makes these views again, as their owners. */
    void make(List<Dependent> carriedAlong) {
        if (carriedAlong.isEmpty()) {
            return;
        }
        String self = session.query(wording().statement("see who we are", "who_am_i", Map.of()))
                .value(0, 0)
                .toString();
        for (Dependent view : carriedAlong) {
            try {
                session.execute(actAs(view.owner()));
                session.execute(wording()
                        .statement(
                                "bring along " + view.words(),
                                "bring_along",
                                Map.of(
                                        "relation", view.name(),
                                        "options", view.options(),
                                        "definition", view.definition())));
                session.execute(actAs(self));
            } catch (WarehouseError refusal) {
                throw new CutRefused(parts.get(view.on()).id(), because(view, refusal));
            }
        }
    }

    private Statement actAs(String role) {
        return wording().statement("act as " + role, "act_as", Map.of("role", new Identifier(role)));
    }

    private static WarehouseError because(Dependent view, WarehouseError refusal) {
        return new WarehouseError(refusal.kind(), Optional.empty(), OptionalInt.empty(), refusal.words(), refusal)
                .helped(Stream.concat(
                                Stream.of(view.words() + " stands on it, and cannot be made anew over the new rows"),
                                refusal.help().stream())
                        .toList());
    }

    private Wording wording() {
        return setup.warehouse().wording();
    }
}

package dev.assay.run;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.ResourceId;
import dev.assay.result.RunEvent;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The cut where a view is bound to the very relations that it was made over: who stands on an exchanged table is made anew
 * over the new one, unchanged in all else, and what cannot be brought along stops the cut by name.
 */
final class BoundViews implements Escort {

    private static final String AGAIN = "drop what stands on it, build, and make it again over what is there then";

    private final RunSetup setup;
    private final Wording wording;
    private Set<RelationName> remade = Set.of();
    private Set<ResourceId> inPlace = Set.of();
    private List<Dependent> along = List.of();
    private List<Statement> grants = List.of();
    private Optional<CutKeys> keys = Optional.empty();

    BoundViews(RunSetup setup) {
        this.setup = setup;
        this.wording = setup.warehouse().wording();
    }

    /** Without the views that have to go before the cut, because they cannot be replaced by what they become. */
    @Override
    public Existing seen(Session session, Collection<ResourceId> ids, Existing existing) {
        var standing = new Standing(session, wording);
        Map<RelationName, ResourceId> parts = new HashMap<>();
        ids.forEach(id -> parts.put(setup.blueprints().published(id), id));
        session.begin();
        try {
            var ways = new Ways(setup, standing, parts, existing);
            inPlace = ways.inPlace();
            remade = ways.remade();
        } finally {
            session.rollback();
        }
        var left = new TreeMap<>(existing.relations());
        remade.forEach(left::remove);
        return new Existing(left, existing.schemas());
    }

    @Override
    public boolean isInPlace(ResourceId id) {
        return inPlace.contains(id);
    }

    /** Rows are written {@link #before} anything is locked: readers go on meanwhile. */
    @Override
    public void data(Session session, List<Publisher.Part> parts) {}

    @Override
    public void before(Session session, List<Publisher.Part> parts) {
        var tied = new CutKeys(setup, session, wording, parts, inPlace);
        keys = Optional.of(tied);
        tied.requireParents();
        new InPlace(setup, session, wording)
                .write(
                        parts.stream()
                                .filter(part -> inPlace.contains(part.id()))
                                .toList(),
                        tied);
        Map<RelationName, ResourceId> byName = new HashMap<>();
        parts.stream()
                .filter(part -> !inPlace.contains(part.id()))
                .forEach(part -> byName.put(part.blueprint().published(), part.id()));
        Map<RelationName, Kind> there = new HashMap<>();
        byName.keySet().forEach(name -> setup.existing().kind(name).ifPresent(kind -> there.put(name, kind)));
        requireOurs(session, byName, there.keySet());
        List<Dependent> dependents = new CutLocks(setup, session, wording).take(byName.keySet(), there, tied.late());
        dependents.forEach(dependent -> requireMovable(dependent, byName, there));
        along = brought(dependents, byName, there);
        var exchanged = new TreeMap<RelationName, RelationName>();
        there.forEach((name, kind) -> {
            if (hasRows(kind) || remade.contains(name)) {
                exchanged.put(name, setup.warehouse().candidate(name));
            }
        });
        grants = new Rights(session, setup.warehouse()).of(exchanged);
        var dropped = new TreeMap<RelationName, Kind>();
        remade.forEach(name -> dropped.put(name, Kind.VIEW));
        setup.warehouse().drops("make room for other columns", dropped).forEach(session::execute);
    }

    /** Only who owns a relation may exchange it. */
    private void requireOurs(Session session, Map<RelationName, ResourceId> parts, Set<RelationName> there) {
        if (there.isEmpty()) {
            return;
        }
        session.query(wording.statement("see whose it is", "owned_by_others", Map.of("named", Standing.names(there))))
                .rows()
                .forEach(row -> {
                    RelationName name =
                            RelationName.of(row.get(0).toString(), row.get(1).toString());
                    String why =
                            name + " belongs to role `" + row.get(2) + "`, of which `" + row.get(3) + "` is no member";
                    throw new CutRefused(parts.get(name), refusal(why).helped(List.of("ask for: " + row.get(4))));
                });
    }

    private static WarehouseError refusal(String why) {
        return WarehouseError.of(WarehouseError.Kind.HELD, why);
    }

    /** Views on exchanged tables; those that the cut makes anew itself are not among them. */
    private static List<Dependent> brought(
            List<Dependent> dependents, Map<RelationName, ResourceId> parts, Map<RelationName, Kind> there) {
        var seen = new HashSet<RelationName>();
        return dependents.stream()
                .filter(dependent -> dependent.isView() && dependent.direct())
                .filter(dependent -> hasRows(there.get(dependent.on())) && !parts.containsKey(dependent.name()))
                .sorted(Comparator.comparingInt(Dependent::depth))
                .filter(dependent -> seen.add(dependent.name()))
                .toList();
    }

    private static boolean hasRows(Kind kind) {
        return kind == Kind.TABLE || kind == Kind.MATERIALIZED_VIEW;
    }

    private void requireMovable(
            Dependent dependent, Map<RelationName, ResourceId> parts, Map<RelationName, Kind> there) {
        if (parts.containsKey(dependent.name())) {
            return;
        }
        boolean onTable = hasRows(there.get(dependent.on())) && dependent.direct();
        if (remade.contains(dependent.on())) {
            throw held(dependent, parts, ", and its columns are other ones now", AGAIN);
        } else if (onTable && !(dependent.isView() && dependent.mayBeChanged())) {
            throw Ways.isTold("swap", setup.manifest().get(parts.get(dependent.on())))
                    ? held(
                            dependent,
                            parts,
                            " and cannot be brought along, and `publish_by: swap` is said",
                            "with `publish_by: auto` the table stays itself and takes in the rows that differ")
                    : held(dependent, parts, " and cannot be brought along to other columns", AGAIN);
        }
    }

    private static CutRefused held(Dependent dependent, Map<RelationName, ResourceId> parts, String why, String help) {
        WarehouseError refusal = refusal(dependent.words() + " stands on it" + why);
        return new CutRefused(parts.get(dependent.on()), refusal.helped(List.of(help)));
    }

    @Override
    public void after(Session session, List<Publisher.Part> parts) {
        grants.forEach(session::execute);
        new Rights(session, setup.warehouse())
                .align(parts.stream()
                        .map(part -> new Rights.Target(
                                part.blueprint().node(), part.blueprint().published()))
                        .toList());
        keys.ifPresent(CutKeys::put);
        if (along.isEmpty()) {
            return;
        }
        Map<RelationName, ResourceId> byName = new HashMap<>();
        parts.forEach(part -> byName.put(part.blueprint().published(), part.id()));
        String self = session.query(wording.statement("see who we are", "who_am_i", Map.of()))
                .value(0, 0)
                .toString();
        for (Dependent view : along) {
            try {
                session.execute(actAs(view.owner()));
                session.execute(wording.statement(
                        "bring along " + view.words(),
                        "bring_along",
                        Map.of(
                                "relation", view.name(),
                                "options", view.options(),
                                "definition", view.definition())));
                session.execute(actAs(self));
            } catch (WarehouseError refusal) {
                throw new CutRefused(byName.get(view.on()), because(view, refusal));
            }
        }
    }

    @Override
    public void afterCommit(Session session) {
        new StandingKeys(session, wording)
                .prove(setup.schemas())
                .forEach(refusal -> setup.listener()
                        .on(new RunEvent.Said(
                                Diagnostic.Level.WARNING,
                                "the server could not "
                                        + refusal.statement()
                                                .map(Statement::purpose)
                                                .orElse("") + ": "
                                        + String.join(
                                                "; ", refusal.words().lines().toList()))));
    }

    private Statement actAs(String role) {
        return wording.statement("act as " + role, "act_as", Map.of("role", new Identifier(role)));
    }

    private static WarehouseError because(Dependent view, WarehouseError refusal) {
        return new WarehouseError(refusal.kind(), Optional.empty(), OptionalInt.empty(), refusal.words(), refusal)
                .helped(Stream.concat(
                                Stream.of(view.words() + " stands on it, and cannot be made anew over the new rows"),
                                refusal.help().stream())
                        .toList());
    }
}

package dev.assay.run;

import dev.assay.manifest.ResourceId;
import dev.assay.materialize.Cut;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import java.time.Duration;
import java.util.ArrayList;
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
import java.util.TreeSet;

/**
 * The cut where a view is bound to the very relations that it was made over: who stands on an exchanged table is made anew
 * over the new one, unchanged in all else, and what cannot be brought along stops the cut by name. Locks are taken views
 * first, as readers take them, and never waited for long: whoever waits makes all readers behind it wait.
 */
final class BoundViews implements Escort {

    private static final int SHORTLY_MILLIS = 100;
    private static final int LONG_ENOUGH_FOR_AUTOVACUUM_MILLIS = 1500;
    private static final int EVERY = 10;
    private static final int MOST_TRIES = 60;
    private static final long LONGEST_PAUSE_MILLIS = 2000;

    private final RunSetup setup;
    private final Wording wording;
    private Set<RelationName> remade = Set.of();
    private Set<ResourceId> inPlace = Set.of();
    private List<Dependent> along = List.of();
    private List<Statement> grants = List.of();

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
            inPlace = inPlace(standing, parts, existing);
            remade = remade(standing, parts, existing);
        } finally {
            session.rollback();
        }
        var left = new TreeMap<>(existing.relations());
        remade.forEach(left::remove);
        return new Existing(left, existing.schemas());
    }

    /** Views whose columns changed, those that become tables, and our own views on them. */
    private Set<RelationName> remade(
            Standing standing, Map<RelationName, ResourceId> parts, Existing existing) {
        Map<RelationName, RelationName> views = candidates(parts.keySet(), existing, Kind.VIEW);
        Set<RelationName> going = standing.changed(views);
        views.keySet().stream().filter(name -> becomesTable(parts.get(name))).forEach(going::add);
        var all = new TreeSet<>(going);
        standing.on(going).stream().map(Dependent::name).filter(parts::containsKey).forEach(all::add);
        return all;
    }

    /** Tables that are told to stay themselves, and those on which something stands that could not go along. */
    private Set<ResourceId> inPlace(Standing standing, Map<RelationName, ResourceId> parts, Existing existing) {
        Map<RelationName, RelationName> tables = candidates(parts.keySet(), existing, Kind.TABLE);
        tables.keySet().removeIf(name -> !becomesTable(parts.get(name)) || isTold("swap", parts.get(name)));
        var wanted = new HashSet<RelationName>();
        tables.keySet().stream().filter(name -> isTold("difference", parts.get(name))).forEach(wanted::add);
        var standsInTheWay = new HashMap<RelationName, RelationName>();
        standing.on(tables.keySet()).stream()
                .filter(dependent -> dependent.direct() && !parts.containsKey(dependent.name()))
                .filter(dependent -> !(dependent.isView() && dependent.mayBeChanged()))
                .map(Dependent::on)
                .forEach(name -> standsInTheWay.put(name, tables.get(name)));
        Map<RelationName, RelationName> back = new HashMap<>();
        standsInTheWay.forEach((name, candidate) -> back.put(candidate, name));
        Set<RelationName> changed = standing.changed(standsInTheWay);
        standing.changed(back).forEach(candidate -> changed.add(back.get(candidate)));
        standsInTheWay.keySet().stream().filter(name -> !changed.contains(name)).forEach(wanted::add);
        var ids = new HashSet<ResourceId>();
        wanted.forEach(name -> ids.add(parts.get(name)));
        return ids;
    }

    private Map<RelationName, RelationName> candidates(Set<RelationName> parts, Existing existing, Kind kind) {
        Map<RelationName, RelationName> candidates = new HashMap<>();
        parts.stream()
                .filter(name -> existing.kind(name).filter(kind::equals).isPresent())
                .forEach(name -> candidates.put(name, setup.warehouse().candidate(name)));
        return candidates;
    }

    private boolean becomesTable(ResourceId id) {
        return !Verbs.of(setup.manifest().get(id)).equals("view");
    }

    private boolean isTold(String how, ResourceId id) {
        return setup.manifest().get(id).config().publishBy().equals(how);
    }

    @Override
    public boolean isInPlace(ResourceId id) {
        return inPlace.contains(id);
    }

    /** Rows are written before anything is locked: readers go on meanwhile. */
    @Override
    public void data(Session session, List<Publisher.Part> parts) {
        // Done already.
    }

    @Override
    public void before(Session session, List<Publisher.Part> parts) {
        Publisher.runAll(session, parts, Cut::data);
        var standing = new Standing(session, wording);
        Map<RelationName, ResourceId> byName = new HashMap<>();
        parts.stream()
                .filter(part -> !inPlace.contains(part.id()))
                .forEach(part -> byName.put(part.blueprint().published(), part.id()));
        Map<RelationName, Kind> there = new HashMap<>();
        byName.keySet().forEach(name -> setup.existing().kind(name).ifPresent(kind -> there.put(name, kind)));
        List<Dependent> dependents = lock(session, standing, byName, there);
        dependents.forEach(dependent -> requireMovable(dependent, byName, there));
        along = brought(dependents, byName, there);
        var exchanged = new TreeSet<>(remade);
        there.forEach((name, kind) -> {
            if (kind == Kind.TABLE) {
                exchanged.add(name);
            }
        });
        grants = standing.grants(exchanged);
        var dropped = new TreeMap<RelationName, Kind>();
        remade.forEach(name -> dropped.put(name, Kind.VIEW));
        setup.warehouse().drops("make room for other columns", dropped).forEach(session::execute);
    }

    /** Views on exchanged tables; those that the cut makes anew itself are not among them. */
    private static List<Dependent> brought(
            List<Dependent> dependents, Map<RelationName, ResourceId> parts, Map<RelationName, Kind> there) {
        var seen = new HashSet<RelationName>();
        return dependents.stream()
                .filter(dependent -> dependent.isView() && dependent.direct())
                .filter(dependent -> there.get(dependent.on()) == Kind.TABLE && !parts.containsKey(dependent.name()))
                .sorted(Comparator.comparingInt(Dependent::depth))
                .filter(dependent -> seen.add(dependent.name()))
                .toList();
    }

    private void requireMovable(
            Dependent dependent, Map<RelationName, ResourceId> parts, Map<RelationName, Kind> there) {
        if (parts.containsKey(dependent.name())) {
            return;
        }
        boolean onRemade = remade.contains(dependent.on());
        boolean onTable = there.get(dependent.on()) == Kind.TABLE && dependent.direct();
        if (onRemade || (onTable && !(dependent.isView() && dependent.mayBeChanged()))) {
            String why = onRemade
                    ? dependent.words() + " stands on it, and its columns are other ones now"
                    : dependent.words() + " stands on it and cannot be brought along";
            throw new CutRefused(
                    parts.get(dependent.on()),
                    new WarehouseError(WarehouseError.Kind.REFUSED, Optional.empty(), OptionalInt.empty(), why, null));
        }
    }

    /** What stands on the parts once nobody else can change that. */
    private List<Dependent> lock(
            Session session, Standing standing, Map<RelationName, ResourceId> parts, Map<RelationName, Kind> there) {
        long pause = SHORTLY_MILLIS / 2;
        for (int attempt = 1; ; attempt++) {
            List<Dependent> dependents = standing.on(there.keySet());
            standing.mark();
            try {
                locks(attempt, dependents, parts, there).forEach(session::execute);
                if (standing.on(there.keySet()).equals(dependents)) {
                    return dependents;
                }
            } catch (WarehouseError refusal) {
                boolean again = refusal.kind() == WarehouseError.Kind.TRANSIENT
                        && attempt < MOST_TRIES
                        && !setup.interruption().isRequested();
                if (!again) {
                    throw refusal;
                }
            }
            standing.goBack();
            Patience.pause(Duration.ofMillis(pause));
            pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 3 / 2);
        }
    }

    private List<Statement> locks(
            int attempt,
            List<Dependent> dependents,
            Map<RelationName, ResourceId> parts,
            Map<RelationName, Kind> there) {
        var statements = new ArrayList<Statement>();
        int wait = attempt % EVERY == 0 ? LONG_ENOUGH_FOR_AUTOVACUUM_MILLIS : SHORTLY_MILLIS;
        statements.add(waiting(wait));
        var locked = new HashSet<RelationName>();
        dependents.stream()
                .filter(dependent -> dependent.isView() && dependent.mayBeChanged())
                .filter(dependent -> dependent.direct() || parts.containsKey(dependent.name()))
                .sorted(Comparator.comparingInt(Dependent::depth).reversed().thenComparing(Dependent::name))
                .filter(dependent -> locked.add(dependent.name()))
                .map(this::lockView)
                .forEach(statements::add);
        List<RelationName> tables = new TreeSet<>(there.keySet())
                .stream().filter(name -> there.get(name) == Kind.TABLE).toList();
        if (!tables.isEmpty()) {
            statements.add(
                    wording.statement("keep readers off for a moment", "lock_tables", Map.of("relations", tables)));
        }
        statements.add(waiting(0));
        return statements;
    }

    private Statement waiting(int milliseconds) {
        return wording.statement("wait shortly", "wait_shortly", Map.of("milliseconds", milliseconds));
    }

    private Statement lockView(Dependent view) {
        return wording.statement(
                "keep readers off for a moment",
                "lock_view",
                Map.of("relation", view.name(), "owner", new Identifier(view.owner())));
    }

    @Override
    public void after(Session session, List<Publisher.Part> parts) {
        grants.forEach(session::execute);
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

    private Statement actAs(String role) {
        return wording.statement("act as " + role, "act_as", Map.of("role", new Identifier(role)));
    }

    private static WarehouseError because(Dependent view, WarehouseError refusal) {
        return new WarehouseError(
                refusal.kind(),
                Optional.empty(),
                OptionalInt.empty(),
                refusal.words() + "\n" + view.words() + " stands on it and cannot be brought along",
                refusal);
    }
}

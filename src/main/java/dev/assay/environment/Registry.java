package dev.assay.environment;

import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Portions;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.Wording;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The registry of a warehouse: which environments there are, and which version of each relation is published or waits.
 *
 * <p>Every change is one statement however many nodes it is about. A node's row stands before its first object does.
 */
public final class Registry {

    /** The schema of what belongs to the whole database rather than to one environment. */
    public static final String OWN_SCHEMA = "assay";

    // More rows than this in one statement cost more in reading it than they save.
    private static final int ROWS_A_STATEMENT = 500;

    private final Wording wording;
    private final Clock clock;
    private final RegistryClient client;
    private final RegistryPlace place;
    private final RegistryTables tables;
    private final Epochs epochs;
    private final RelationName publications;

    public Registry(Wording wording, Clock clock, RegistryPlace place, RegistryClient client) {
        this.wording = wording;
        this.clock = clock;
        this.client = client;
        this.place = place;
        this.tables = new RegistryTables(wording, place);
        this.epochs = new Epochs(wording, place.environments(), client.environment());
        this.publications = place.publications();
    }

    /** The schemas that have to exist for the registry itself. */
    public SortedSet<String> schemas() {
        return new TreeSet<>(List.of(place.shared(), place.quality()));
    }

    /**
     * Creates or upgrades the registry's tables, registers the environment with every schema of the run, and creates the
     * schemas that are missing.
     *
     * @param existing as far as is known; where something has to be created, the warehouse is asked again
     * @param found read from this registry before
     * @return the epoch: how often runs have taken this environment, this one included
     * @throws dev.assay.diagnostic.ProblemsFound where another environment uses one of the schemas
     */
    public long enter(Session session, Warehouse warehouse, Existing existing, RegistryState found, RunClaim claim) {
        return registration(warehouse, claim).enter(session, existing, found);
    }

    /**
     * Takes the environment before a cut of an earlier run is finished: that run, if it is still there, publishes nothing more.
     *
     * @return the epoch
     */
    public long takeOver(Session session, RegistryState found, String target) {
        return epochs.take(session, target, found.epoch(), now());
    }

    /** Upgrades the tables that an older assay made: a cut that it left unfinished can be read then. */
    public void upgrade(Session session, Warehouse warehouse, RunClaim claim) {
        registration(warehouse, claim).upgrade(session);
    }

    /** @throws dev.assay.diagnostic.ProblemsFound where another environment uses one of the schemas */
    public void refuseOverlap(Session session, Existing existing, RegistryState found, RunClaim claim) {
        if (found.isCurrent()) {
            List<RegisteredSchema> rows = tables.schemas().read(session, client.environment(), claim.names());
            Overlap.refuse(client.environment(), claim, rows, existing, place);
        }
    }

    private Registration registration(Warehouse warehouse, RunClaim claim) {
        RunClaim whole = claim.with(place.quality(), SchemaPurpose.QUALITY).without(place.shared());
        return new Registration(warehouse, place, tables, epochs, client, whole, now());
    }

    /** How often runs have taken the environment by now: another answer later means that another run came in between. */
    public long epoch(Session session) {
        return epochs.current(session);
    }

    /**
     * What is known of this environment; nothing, where nobody has built in it yet.
     *
     * @throws dev.assay.diagnostic.ProblemsFound where a newer assay has upgraded the registry
     */
    public RegistrySnapshot read(Session session, Existing existing) {
        RegistryState state = tables.read(session, existing, client.environment());
        if (!existing.contains(publications)) {
            return RegistrySnapshot.of(state, List.of());
        }
        Statement read = wording.statement(
                "read the registry",
                "read_publications",
                Map.of("relation", publications, "versioned", state.knowsEnvironments()));
        return RegistrySnapshot.of(
                state,
                PublicationRows.read(
                        session.query(state.knowsEnvironments() ? read.with(List.of(client.environment())) : read)));
    }

    /** What the registry says of itself at this moment. */
    public RegistryState state(Session session, Existing existing) {
        return tables.read(session, existing, client.environment());
    }

    public long lastGeneration(Session session) {
        return session.query(say("read the last generation", "last_generation", publications)
                        .with(List.of(client.environment())))
                .number();
    }

    /**
     * Notes what a run is going to build, and forgets what earlier runs left of the same nodes.
     *
     * @param epoch of this run, as {@link #enter} gave it
     */
    public void prepare(Session session, String runId, long epoch, List<AnnouncedRelation> nodes) {
        String now = now();
        long position = 0;
        for (List<AnnouncedRelation> some : Portions.of(nodes, ROWS_A_STATEMENT)) {
            forget(session, some.stream().map(AnnouncedRelation::node).toList());
            var values = new ArrayList<Object>();
            for (AnnouncedRelation node : some) {
                values.addAll(PublicationRows.prepared(client, runId, epoch, node, position++, now));
            }
            session.execute(many("note what will be built", "insert_publications", some.size())
                    .with(values));
        }
    }

    /** Notes how far the one version of each node is that is not published. */
    public void mark(Session session, List<RegistryUpdate> marks) {
        String now = now();
        for (List<RegistryUpdate> some : Portions.of(marks, ROWS_A_STATEMENT)) {
            var values = new ArrayList<Object>();
            some.forEach(mark -> values.addAll(PublicationRows.marked(client, mark, now)));
            session.execute(many("note how far the candidates are", "mark_publications", some.size())
                    .with(values));
        }
    }

    /**
     * Inside the transaction of a cut: these versions are what readers see from now on. Their notes are current with it.
     *
     * @return how many of them there are
     */
    public long publish(Session session, long generation, List<Version> versions) {
        Map<String, List<ResourceId>> byRun = versions.stream()
                .collect(Collectors.groupingBy(
                        Version::runId, TreeMap::new, Collectors.mapping(Version::node, Collectors.toList())));
        long published = 0;
        for (Map.Entry<String, List<ResourceId>> run : byRun.entrySet()) {
            for (List<ResourceId> some : Portions.of(run.getValue(), ROWS_A_STATEMENT)) {
                var values = new ArrayList<Object>(List.of(generation, now(), run.getKey()));
                values.addAll(ours(some));
                published += session.execute(many("note the publication", "publish_publications", some.size())
                        .with(values));
            }
        }
        return published;
    }

    /** Texts and notes that belong to versions of relations. */
    public RegistryNotes notes() {
        return new RegistryNotes(wording, place, client);
    }

    /** By what published relations are recognised. */
    public RegistryIdentities identities() {
        return new RegistryIdentities(wording, place, client);
    }

    /**
     * Before the first step of a cut that is no transaction: what is going to be done, so that it can be finished.
     *
     * @return how many of the versions there are
     */
    public long intend(Session session, long generation, List<Intent> intents) {
        long noted = 0;
        for (List<Intent> some : Portions.of(intents, ROWS_A_STATEMENT)) {
            var values = new ArrayList<Object>(List.of(generation, client.environment()));
            some.forEach(intent -> values.addAll(intent.values()));
            noted += session.execute(many("note what is going to be published", "intend_publications", some.size())
                    .with(values));
        }
        return noted;
    }

    /** What a cut has begun and not ended, in its order. */
    public List<Intent> intents(Session session) {
        return session
                .query(say("read the journal of the cut", "read_intents", publications)
                        .with(List.of(client.environment())))
                .rows()
                .stream()
                .map(row -> Intent.of(
                        new Version(
                                new ResourceId(row.get(1).toString()),
                                row.get(6).toString()),
                        RelationName.of(row.get(2).toString(), row.get(3).toString()),
                        row.get(4).toString(),
                        row.get(5).toString()))
                .toList();
    }

    /** The steps of a cut were undone. */
    public void abandon(Session session) {
        session.execute(say("note that the cut was undone", "abandon_publications", publications)
                .with(List.of(client.environment())));
    }

    /** What has become known beside the cuts of the proof of what readers see. */
    public void prove(Session session, List<ProofChange> changes) {
        for (List<ProofChange> some : Portions.of(changes, ROWS_A_STATEMENT)) {
            var values = new ArrayList<Object>();
            some.forEach(change -> values.addAll(PublicationRows.proven(client, change)));
            session.execute(many("note what is proven", "prove_publications", some.size())
                    .with(values));
        }
    }

    /** These are gone from the warehouse: one of the same name that comes later is somebody else's. */
    public void drop(Session session, List<RelationName> relations) {
        for (List<RelationName> some : Portions.of(relations, ROWS_A_STATEMENT)) {
            session.execute(many("note what was dropped", "drop_publications", some.size())
                    .with(ours(some)));
        }
    }

    /** Forgets candidates that nobody keeps. */
    public void forget(Session session, List<ResourceId> nodes) {
        for (List<ResourceId> some : Portions.of(nodes, ROWS_A_STATEMENT)) {
            session.execute(many("forget what is superseded", "forget_publications", some.size())
                    .with(ours(some)));
        }
    }

    /** The environment, and what in it a statement is about. */
    private List<Object> ours(List<?> some) {
        return Stream.concat(Stream.of(client.environment()), some.stream().map(Object::toString))
                .map(Object.class::cast)
                .toList();
    }

    private Statement say(String purpose, String name, RelationName relation) {
        return wording.statement(purpose, name, Map.of("relation", relation));
    }

    private Statement many(String purpose, String name, int count) {
        return wording.statement(purpose, name, Map.of("relation", publications, "count", count));
    }

    private String now() {
        return PublicationRows.printed(clock.instant());
    }
}

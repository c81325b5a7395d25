package dev.assay.environment;

import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Portions;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Wording;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The registry of a warehouse: which environments there are, and which version of each relation is published or waits.
 *
 * <p>Every change is one statement however many nodes it is about. A node's row stands before its first object does.
 */
public final class Registry {

    /** The schema of what belongs to the whole database rather than to one environment. */
    public static final String OWN_SCHEMA = "assay";

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    // More rows than this in one statement cost more in reading it than they save.
    private static final int ROWS_A_STATEMENT = 500;

    private final Wording wording;
    private final Clock clock;
    private final RelationName environments;
    private final RelationName publications;

    public Registry(Wording wording, Clock clock, String qualitySchema) {
        this.wording = wording;
        this.clock = clock;
        this.environments = RelationName.of(OWN_SCHEMA, "environments");
        this.publications = RelationName.of(qualitySchema, "publications");
    }

    /** The schemas that have to exist for the registry itself. */
    public SortedSet<String> schemas() {
        return new TreeSet<>(List.of(environments.schema(), publications.schema()));
    }

    /** Makes the tables where they are missing and notes that the environment is in use. */
    public void enter(Session session, Existing existing, String name, String target, Collection<String> dataSchemas) {
        var schemas = new TreeSet<>(dataSchemas);
        schemas.add(publications.schema());
        makeSchema(session, existing, OWN_SCHEMA);
        if (!existing.contains(environments)) {
            session.execute(say("make the registry of environments", "create_environments", environments));
        }
        note(session, name, target, String.join(",", schemas));
        schemas.forEach(schema -> makeSchema(session, existing, schema));
        if (!existing.contains(publications)) {
            session.execute(say("make the registry of publications", "create_publications", publications));
        }
    }

    private void makeSchema(Session session, Existing existing, String schema) {
        if (!existing.schemas().contains(schema)) {
            session.execute(wording.statement(
                    "make the schema " + schema, "create_schema", Map.of("schema", new Identifier(schema))));
        }
    }

    private void note(Session session, String name, String target, String schemas) {
        String now = now();
        long touched = session.execute(say("note the environment's use", "touch_environment", environments)
                .with(List.of(now, schemas, name)));
        if (touched == 0) {
            session.execute(say("register the environment", "insert_environment", environments)
                    .with(List.of(name, schemas, target, now, now)));
        }
    }

    /** What is known of this environment; nothing, where nobody has built in it yet. */
    public Known read(Session session, Existing existing) {
        if (!existing.contains(publications)) {
            return Known.NOTHING;
        }
        var entries = new ArrayList<Entry>();
        Rows rows = session.query(say("read the registry", "read_publications", publications));
        rows.rows().forEach(row -> entries.add(entry(row)));
        return Known.of(lastGeneration(session), entries);
    }

    public long lastGeneration(Session session) {
        return session.query(say("read the last generation", "last_generation", publications))
                .number();
    }

    /** Notes what a run is going to build, and forgets what earlier runs left of the same nodes. */
    public void prepare(Session session, String runId, List<Prepared> nodes) {
        String now = now();
        long position = 0;
        for (List<Prepared> some : Portions.of(nodes, ROWS_A_STATEMENT)) {
            forget(session, some.stream().map(Prepared::node).toList());
            var values = new ArrayList<Object>();
            for (Prepared node : some) {
                values.addAll(
                        List.of(runId, node.node().value(), node.relation().toString()));
                values.addAll(List.of(
                        node.relation().schema(),
                        node.relation().name(),
                        node.candidate().toString()));
                values.addAll(List.of(node.kind(), position++, "", "", now));
            }
            session.execute(many("note what will be built", "insert_publications", some.size())
                    .with(values));
        }
    }

    /** Notes how far the one version of each node is that is not published. */
    public void mark(Session session, List<Mark> marks) {
        String now = now();
        for (List<Mark> some : Portions.of(marks, ROWS_A_STATEMENT)) {
            var values = new ArrayList<Object>();
            for (Mark mark : some) {
                values.addAll(List.of(
                        mark.node().value(), mark.state().word(), mark.proof().word()));
                values.add(mark.rows().isPresent() ? mark.rows().getAsLong() : null);
                values.addAll(List.of(mark.fingerprint(), mark.inputs().text(), mark.message(), now));
            }
            session.execute(many("note how far the candidates are", "mark_publications", some.size())
                    .with(values));
        }
    }

    /** Inside the transaction of a cut: these candidates are what readers see from now on. */
    public void publish(Session session, long generation, List<ResourceId> nodes) {
        for (List<ResourceId> some : Portions.of(nodes, ROWS_A_STATEMENT)) {
            var values = new ArrayList<Object>(List.of(generation, now()));
            some.forEach(node -> values.add(node.value()));
            session.execute(many("note the publication", "publish_publications", some.size())
                    .with(values));
        }
    }

    /** Before the first step of a cut that is no transaction: what is going to be done, so that it can be finished. */
    public void intend(Session session, long generation, List<Intent> intents) {
        for (List<Intent> some : Portions.of(intents, ROWS_A_STATEMENT)) {
            var values = new ArrayList<Object>(List.of(generation));
            some.forEach(intent ->
                    values.addAll(List.of(intent.node().value(), intent.way().word(), intent.text())));
            session.execute(many("note what is going to be published", "intend_publications", some.size())
                    .with(values));
        }
    }

    /** What a cut has begun and not ended, in its order. */
    public List<Intent> intents(Session session) {
        return session.query(say("read the journal of the cut", "read_intents", publications)).rows().stream()
                .map(row -> Intent.of(
                        new ResourceId(row.get(1).toString()),
                        RelationName.of(row.get(2).toString(), row.get(3).toString()),
                        row.get(4).toString(),
                        row.get(5).toString()))
                .toList();
    }

    /** The steps of a cut were undone. */
    public void abandon(Session session) {
        session.execute(say("note that the cut was undone", "abandon_publications", publications));
    }

    /** What readers see of these nodes failed a test that ran after the cut. */
    public void suspect(Session session, List<ResourceId> nodes) {
        for (List<ResourceId> some : Portions.of(nodes, ROWS_A_STATEMENT)) {
            session.execute(many("note what did not pass", "suspect_publications", some.size())
                    .with(some.stream().<Object>map(ResourceId::value).toList()));
        }
    }

    /** These are gone from the warehouse: one of the same name that comes later is somebody else's. */
    public void drop(Session session, List<RelationName> relations) {
        for (List<RelationName> some : Portions.of(relations, ROWS_A_STATEMENT)) {
            session.execute(many("note what was dropped", "drop_publications", some.size())
                    .with(some.stream().<Object>map(RelationName::toString).toList()));
        }
    }

    /** Forgets candidates that nobody keeps. */
    public void forget(Session session, List<ResourceId> nodes) {
        for (List<ResourceId> some : Portions.of(nodes, ROWS_A_STATEMENT)) {
            session.execute(many("forget what is superseded", "forget_publications", some.size())
                    .with(some.stream().<Object>map(ResourceId::value).toList()));
        }
    }

    private Statement say(String purpose, String name, RelationName relation) {
        return wording.statement(purpose, name, Map.of("relation", relation));
    }

    private Statement many(String purpose, String name, int count) {
        return wording.statement(purpose, name, Map.of("relation", publications, "count", count));
    }

    private String now() {
        return TIMESTAMP.format(clock.instant().atOffset(ZoneOffset.UTC).toLocalDateTime());
    }

    private static Entry entry(List<Object> row) {
        return new Entry(
                new ResourceId(row.get(2).toString()),
                RelationName.of(row.get(3).toString(), row.get(4).toString()),
                row.get(1).toString(),
                number(row.get(0)),
                row.get(5).toString(),
                number(row.get(6)),
                Entry.State.valueOf(row.get(7).toString().toUpperCase(Locale.ROOT)),
                Entry.Proof.valueOf(row.get(8).toString().toUpperCase(Locale.ROOT)),
                row.get(9).toString(),
                Inputs.parse(row.get(10).toString()),
                row.get(11).toString(),
                instant(row.get(12).toString()));
    }

    private static OptionalLong number(Object value) {
        return value instanceof Number number ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
    }

    // Engines print microseconds with as many digits as are not zero.
    private static Instant instant(String printed) {
        return LocalDateTime.parse(printed.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }
}

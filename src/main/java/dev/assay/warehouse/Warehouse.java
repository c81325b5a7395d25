package dev.assay.warehouse;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;

/** A place where models become relations. Made from one output of a profile; connects when first used. */
public interface Warehouse extends AutoCloseable {

    /** The word for it in profiles: {@code duckdb}. */
    String type();

    /** For people: {@code DuckDB}. */
    String label();

    /** Which one, for people: {@code shop.duckdb}. Holds no secret. */
    String address();

    Set<Capability> capabilities();

    Dialect dialect();

    /** The schema in which it looks first for a name that has none; empty where the session or the server decides. */
    default Optional<String> schemaOfBareNames() {
        return Optional.empty();
    }

    /** In which database a relation lies whose name has none, as the catalog names it; empty where the output names it. */
    default Optional<String> database() {
        return Optional.empty();
    }

    /** The words of every statement that the engine sends to it. */
    Wording wording();

    /** The same words, shaped as one node's settings ask for. */
    default Wording wording(NodeSettings nodeSettings) {
        return wording();
    }

    /** How a table may come into its place here, as {@code publish_by} says it; {@code auto} is everywhere. */
    default Set<String> waysToPublish() {
        return Set.of("swap");
    }

    /** What a node's settings say that this warehouse cannot make sense of, or leaves out. */
    default List<Diagnostic> unmet(NodeSettings nodeSettings) {
        return List.of();
    }

    /**
     * The same warehouse for a command that changes nothing in it: it needs no right to write, and makes nothing that is not
     * there.
     */
    default Warehouse forReading() {
        return this;
    }

    /** @throws WarehouseError when it cannot be reached or refuses us */
    Session open();

    /**
     * Opens the session of a run that writes in an environment: as long as it is open, no other run has the environment.
     *
     * @param environment the schema that names it
     * @throws WarehouseError of kind LOCKED, naming the holder, where another run has it
     */
    default Session enter(String environment) {
        return open();
    }

    /**
     * The same, for a warehouse that replaces lost connections by itself.
     *
     * @param stillOurs asked with each connection that replaces a lost one; throws if another run has had the environment
     *     since this one entered it
     */
    default Session enter(String environment, Consumer<Session> stillOurs) {
        return enter(environment);
    }

    /**
     * How often a run that has entered has to say that it is still at work; empty where the warehouse sees by itself that one
     * has ended.
     */
    default Optional<Duration> pulse() {
        return Optional.empty();
    }

    /**
     * Says that the run that has entered is still at work.
     *
     * @param session any of its sessions
     * @throws WarehouseError of kind LOCKED where another run has the environment by now
     */
    default void beat(Session session) {}

    /**
     * Opens a session that changes what is there without being a run: an operation, a drop of what is defined no more.
     *
     * @throws WarehouseError of kind LOCKED, naming the holder, where a run is in its way
     */
    default Session change() {
        return open();
    }

    /**
     * The end of what {@link #enter} or {@link #change} began, when all sessions are closed: a warehouse that readers get
     * whole, or not at all, gives it to them now. One that is closed without it leaves them what they had.
     *
     * @throws WarehouseError when readers keep what they had
     */
    default void conclude() {}

    /**
     * Runs one select that a user has written, where nothing but a select may run. The session is in no transaction.
     *
     * @param select the user's SQL is its body, or all of it where it has none
     * @throws WarehouseError of kind NOT_A_QUERY where the user's SQL is another statement, or several, or wants to write
     */
    Rows read(Session session, Statement select);

    /** What these schemas hold, in as few statements as possible. A schema that does not exist holds nothing. */
    Existing existing(Session session, Collection<String> schemas);

    /** Where the candidate of a relation is built. */
    RelationName candidate(RelationName published);

    /** Where the old relation goes during a cut. */
    RelationName retired(RelationName published);

    /** What is good to run once a table has been built, and before anybody reads it. */
    default List<Statement> built(RelationName table) {
        return List.of();
    }

    /** Removes all of these, none of which anybody else needs. */
    default List<Statement> drops(String purpose, SortedMap<RelationName, Existing.Kind> relations) {
        return relations.entrySet().stream()
                .map(entry -> wording()
                        .statement(purpose, "drop_" + entry.getValue().suffix(), Map.of("relation", entry.getKey())))
                .toList();
    }

    /** What it cannot bear. */
    default WarehouseLimits limits() {
        return WarehouseLimits.NONE;
    }

    /** How long a publication waits for readers, and how long it may make them wait, where they are in its way. */
    default ReaderLimits readers() {
        return ReaderLimits.NONE;
    }

    /** What is good to run once the leftovers of a cut are gone; outside of a transaction, and no harm is done if refused. */
    default List<Statement> settle() {
        return List.of();
    }

    /** Whether it should be opened anew after it refused a change of definitions. */
    default boolean reopens() {
        return false;
    }

    /**
     * Lets go of everything, so that the next session begins anew: what an engine may want after it refused a change of
     * definitions. Sessions that are open end.
     */
    default void reopen() {}

    /** Whether a name is one that we give to candidates and to what a cut has set aside: nobody else's data lie there. */
    boolean isOurs(RelationName name);

    @Override
    void close();
}

package dev.assay.warehouse;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** The words of every statement that the engine sends to it. */
    Wording wording();

    /** What a node's settings say that this warehouse cannot make sense of, or leaves out. */
    List<Diagnostic> unmet(NodeSettings nodeSettings);

    /** What it offers beyond what each warehouse does. */
    List<Facet> facets();

    /** The facet of this type; empty where the warehouse does not offer it. */
    default <F extends Facet> Optional<F> facet(Class<F> type) {
        return facets().stream().filter(type::isInstance).map(type::cast).findFirst();
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
     * @param stillOurs called with each connection that replaces a lost one; throws if another run has had the environment
     *     since this one entered it
     * @throws WarehouseError of kind LOCKED, naming the holder, where another run has it
     */
    Session enter(String environment, Consumer<Session> stillOurs);

    /**
     * Says that the run that has entered is still at work.
     *
     * @param session any of its sessions
     * @throws WarehouseError of kind LOCKED where another run has the environment by now
     */
    void beat(Session session);

    /**
     * Opens a session that changes what is there without being a run: an operation, a drop of what is defined no more.
     *
     * @throws WarehouseError of kind LOCKED, naming the holder, where a run is in its way
     */
    default Session change() {
        return open();
    }

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

    /** Whether a name is one that we give to candidates and to what a cut has set aside: nobody else's data lie there. */
    boolean isOurs(RelationName name);

    @Override
    void close();
}

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

/** A warehouse that hands on to another one whatever it does not do in a way of its own. */
public interface ForwardingWarehouse extends Warehouse {

    /** The one inside. */
    Warehouse inner();

    /** What stands around the one has to stand around the other, too. */
    @Override
    Warehouse forReading();

    @Override
    default Session open() {
        return inner().open();
    }

    @Override
    default Session enter(String environment, Consumer<Session> stillOurs) {
        return inner().enter(environment, stillOurs);
    }

    @Override
    default Session change() {
        return inner().change();
    }

    @Override
    default Rows read(Session session, Statement select) {
        return inner().read(session, select);
    }

    @Override
    default String type() {
        return inner().type();
    }

    @Override
    default String label() {
        return inner().label();
    }

    @Override
    default String address() {
        return inner().address();
    }

    @Override
    default Set<Capability> capabilities() {
        return inner().capabilities();
    }

    @Override
    default Dialect dialect() {
        return inner().dialect();
    }

    @Override
    default Wording wording() {
        return inner().wording();
    }

    @Override
    default List<Diagnostic> unmet(NodeSettings nodeSettings) {
        return inner().unmet(nodeSettings);
    }

    @Override
    default List<Facet> facets() {
        return inner().facets();
    }

    @Override
    default <F extends Facet> Optional<F> facet(Class<F> type) {
        return inner().facet(type);
    }

    @Override
    default void beat(Session session) {
        inner().beat(session);
    }

    @Override
    default Existing existing(Session session, Collection<String> schemas) {
        return inner().existing(session, schemas);
    }

    @Override
    default RelationName candidate(RelationName published) {
        return inner().candidate(published);
    }

    @Override
    default RelationName retired(RelationName published) {
        return inner().retired(published);
    }

    @Override
    default boolean isOurs(RelationName name) {
        return inner().isOurs(name);
    }

    @Override
    default void close() {
        inner().close();
    }
}

package dev.assay.warehouse;

import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import java.util.List;

/** A session that hands on to another one whatever it does not do in a way of its own. */
public interface ForwardingSession extends Session {

    /** The one inside. */
    Session inner();

    @Override
    default Rows query(Statement statement) {
        return inner().query(statement);
    }

    @Override
    default long execute(Statement statement) {
        return inner().execute(statement);
    }

    @Override
    default void executeAll(List<Statement> statements) {
        inner().executeAll(statements);
    }

    @Override
    default void about(String subject) {
        inner().about(subject);
    }

    @Override
    default void serve(NodeSettings nodeSettings) {
        inner().serve(nodeSettings);
    }

    @Override
    default void begin() {
        inner().begin();
    }

    @Override
    default void commit() {
        inner().commit();
    }

    @Override
    default void rollback() {
        inner().rollback();
    }

    @Override
    default void cancel() {
        inner().cancel();
    }

    @Override
    default void close() {
        inner().close();
    }
}

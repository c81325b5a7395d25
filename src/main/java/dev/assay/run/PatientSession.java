package dev.assay.run;

import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wishes;
import java.util.function.BiConsumer;

/**
 * A session that asks again where an answer failed for a passing reason: a question changes nothing. What does change
 * something is sent once.
 *
 * @param told of the attempt that begins and of the refusal before it
 */
record PatientSession(Session session, Patience patience, BiConsumer<Integer, WarehouseError> told) implements Session {

    @Override
    public Rows query(Statement statement) {
        return patience.trying(() -> session.query(statement), told);
    }

    @Override
    public long execute(Statement statement) {
        return session.execute(statement);
    }

    @Override
    public void about(String subject) {
        session.about(subject);
    }

    @Override
    public void serve(Wishes wishes) {
        session.serve(wishes);
    }

    @Override
    public void begin() {
        session.begin();
    }

    @Override
    public void commit() {
        session.commit();
    }

    @Override
    public void rollback() {
        session.rollback();
    }

    @Override
    public void cancel() {
        session.cancel();
    }

    @Override
    public void close() {
        session.close();
    }
}

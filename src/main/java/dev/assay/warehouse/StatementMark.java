package dev.assay.warehouse;

import java.sql.SQLException;

/** What an adapter says to a driver's statement before it is sent. */
@FunctionalInterface
public interface StatementMark {

    /** Says nothing. */
    StatementMark NONE = (sent, about) -> {};

    /** @param about what the session is at work on, in words; empty where nobody has said */
    void mark(java.sql.Statement sent, String about) throws SQLException;
}

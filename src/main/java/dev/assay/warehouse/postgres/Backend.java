package dev.assay.warehouse.postgres;

/**
 * The server process that answers a connection.
 *
 * @param announced the process id that the login was answered with; a connection pooler makes up an id of its own
 * @param actual the process id that the server gives for itself
 */
record Backend(long announced, long actual) {

    /** Whether something between us and the server hands connections on, and may change them. */
    boolean isBehindPooler() {
        return announced != actual;
    }
}

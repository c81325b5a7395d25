package dev.assay.warehouse.duckdb;

import dev.assay.warehouse.Session;

/** How sessions come to a database: straight to it, or to a copy that takes its place in the end. */
sealed interface DatabaseAccess permits DuckDBInstance, CopiedAccess {

    /** A session that reads. */
    Session open();

    /** A session that writes; from now on all sessions see what it writes. */
    Session enter();

    /**
     * Checks that what is written still reaches the file that the profile names.
     *
     * @throws dev.assay.warehouse.WarehouseError where that file was removed or replaced
     */
    void requireSameFile();

    /** Makes what was written visible to other processes, where it is not yet. */
    void conclude();

    /** Ends all sessions; the next one begins anew, with what was written. */
    void reopen();

    /** Lets go of everything. What was not concluded is forgotten, where it is not visible yet. */
    void close();
}

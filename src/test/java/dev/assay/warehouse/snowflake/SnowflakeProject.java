package dev.assay.warehouse.snowflake;

import dev.assay.UserProject;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.snowflake.server.SnowflakeServer;
import java.nio.file.Path;

/** A project in a folder of its own, built on the stand-in as a user builds it. */
final class SnowflakeProject extends UserProject<SnowflakeProject> {

    private final SnowflakeServer server;

    private SnowflakeProject(SnowflakeServer server, Path folder) {
        super("shop", folder);
        this.server = server;
        variable("HOME", folder.toString());
    }

    /** A project in which nothing stands yet, on a server where nothing is left of an earlier one. */
    static SnowflakeProject fresh(SnowflakeServer server, Path folder) {
        var project = new SnowflakeProject(server, folder).project("");
        project.profile("shop", SnowflakeCase.PASSWORD);
        project.execute(
                "drop schema if exists inventory.dev cascade",
                "drop schema if exists inventory.dev__assay_candidate cascade",
                "drop schema if exists inventory.dev_quality cascade",
                "drop schema if exists inventory.assay cascade");
        return project;
    }

    @Override
    protected SnowflakeProject self() {
        return this;
    }

    /** @param further lines of the output, in the place of the usual ones */
    void profile(String name, String further) {
        String output =
                SnowflakeCase.output(server.port(), further + "\nthreads: 2").indent(6);
        file("profiles.yml", name + ":\n  target: snowflake\n  outputs:\n    snowflake:\n" + output);
    }

    /** The one value of a query. */
    String one(String sql) {
        try (Session session = SnowflakeCase.of(server).open()) {
            return String.valueOf(SnowflakeCase.query(session, sql).value(0, 0));
        }
    }

    void execute(String... statements) {
        try (Session session = SnowflakeCase.of(server).open()) {
            for (String sql : statements) {
                SnowflakeCase.run(session, sql);
            }
        }
    }

    /** As long as the tests' process is alive, its runs that broke off count as being at work. */
    void endLeases() {
        execute("delete from assay.leases");
    }

    /** How many relations stand under our names. */
    String leftovers() {
        return one("select count(*) from information_schema.tables where table_schema || '.' || table_name like"
                + " '%\\\\_\\\\_ASSAY\\\\_%' escape '\\\\'");
    }
}

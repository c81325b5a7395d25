package dev.assay.warehouse.snowflake.server;

import dev.assay.warehouse.snowflake.SnowflakeCase;

/** Starts the stand-in for Snowflake by hand, and prints an output for profiles.yml. It ends with its process. */
public final class StandIn {

    private StandIn() {}

    /** @param args the port; a free one if there is none */
    public static void main(String[] args) {
        SnowflakeServer server = SnowflakeServer.start(args.length == 0 ? 0 : Integer.parseInt(args[0]));
        System.out.println("shop:\n  target: dev\n  outputs:\n    dev:\n"
                + SnowflakeCase.output(server.port(), "password: " + Accounts.PASSWORD)
                        .indent(6));
        System.out.flush();
    }
}

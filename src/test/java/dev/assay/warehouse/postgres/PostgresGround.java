package dev.assay.warehouse.postgres;

import dev.assay.warehouse.kit.Ground;
import java.util.stream.Stream;

/** A real Postgres, as the contract wants it. */
public final class PostgresGround {

    private static final Ground.Looks LOOKS =
            new Ground.Looks("select obj_description(to_regclass(format('%I.%I', ?, ?)), 'pg_class')", """
                select col_description(attrelid, attnum) from pg_attribute
                where attrelid = to_regclass(format('%I.%I', ?, ?)) and attname = ?
                """);

    private PostgresGround() {}

    /** None where no server is installed. */
    public static Stream<Ground> server() {
        return PostgresServer.isInstalled() ? Stream.of(ground(PostgresServer.shared())) : Stream.empty();
    }

    private static Ground ground(PostgresServer server) {
        return new Ground(
                "Postgres",
                "postgres",
                "host: 127.0.0.1, port: " + server.port() + ", user: postgres, dbname: " + server.database(),
                true,
                LOOKS);
    }
}

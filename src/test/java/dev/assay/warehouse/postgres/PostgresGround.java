package dev.assay.warehouse.postgres;

import dev.assay.warehouse.kit.Ground;
import java.util.stream.Stream;

/** A real Postgres, as the contract wants it. */
public final class PostgresGround {

    private static final Ground.Looks LOOKS =
            new Ground.Looks("select obj_description(to_regclass(format('%I.%I', ?, ?)), 'pg_class')", """
                select col_description(attrelid, attnum) from pg_attribute
                where attrelid = to_regclass(format('%I.%I', ?, ?)) and attname = ?
                """, """
                    with wanted as (select to_regclass(format('%I.%I', ?, ?)) as oid)
                    select pg_get_constraintdef(c.oid) from pg_constraint as c, wanted where c.conrelid = wanted.oid and c.contype <> 'n'
                    union all
                    select 'index on ' || string_agg(a.attname, ', ' order by a.attnum)
                    from pg_index as i, wanted, pg_attribute as a
                    where i.indrelid = wanted.oid and a.attrelid = i.indexrelid
                      and not exists (select from pg_constraint as c where c.conindid = i.indexrelid)
                    group by i.indexrelid
                    union all
                    select a.attname || ' not null' from pg_attribute as a, wanted where a.attrelid = wanted.oid and a.attnum > 0 and a.attnotnull
                    order by 1
                    """, "");

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

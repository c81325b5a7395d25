package dev.assay.warehouse.kit;

import dev.assay.warehouse.duckdb.DuckDBGround;
import dev.assay.warehouse.postgres.PostgresGround;
import dev.assay.warehouse.snowflake.SnowflakeGround;
import java.util.List;
import java.util.stream.Stream;

/** Every warehouse that is held to the contract: one line each. {@code -Dassay.ground=duckdb} chooses by type. */
final class Grounds {

    private static final List<Ground> ALL = Stream.of(
                    Stream.of(DuckDBGround.parseCache()),
                    Stream.of(DuckDBGround.file()),
                    PostgresGround.server(),
                    Stream.of(SnowflakeGround.account()))
            .flatMap(some -> some)
            .toList();

    private Grounds() {}

    static Stream<Ground> all() {
        String wanted = System.getProperty("assay.ground", "");
        return ALL.stream().filter(ground -> wanted.isEmpty() || ground.type().equals(wanted));
    }

    /** Those where whole builds leave something to look at. */
    static Stream<Ground> lasting() {
        return all().filter(Ground::lasting);
    }
}

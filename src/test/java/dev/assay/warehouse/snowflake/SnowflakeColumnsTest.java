package dev.assay.warehouse.snowflake;

import static dev.assay.UserProject.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.warehouse.snowflake.server.SnowflakeServer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Rows move only into a table whose columns have the same types. */
class SnowflakeColumnsTest extends LayeredCase {

    @AutoClose
    private static final SnowflakeServer SERVER = SnowflakeServer.start();

    SnowflakeColumnsTest() {
        super(SERVER);
    }

    /** The information schema tells neither; INSERT OVERWRITE would cut the digits off that were tested. */
    @Test
    void otherDigitsOfASecondComeByASwap() {
        layers().publishBy("auto");
        String moment = TABLE + "select '2026-01-02 03:04:05.123456'::timestamp_ntz%s as v";
        shop().model("lone", moment.formatted("(3)"));
        shop().assay("build", "--select", "lone").ends(0);
        assertEquals("2026-01-02 03:04:05.123", shop().one("select v::varchar from dev.lone"));
        shop().model("lone", moment.formatted(""));
        int before = SERVER.received().size();
        shop().assay("build", "--select", "lone").ends(0);
        SentStatements.first(SentStatements.since(SERVER, before), "swap with .*LONE");
        assertEquals("2026-01-02 03:04:05.123456", shop().one("select v::varchar from dev.lone"));
        before = SERVER.received().size();
        shop().assay("build", "--select", "lone").ends(0);
        SentStatements.first(SentStatements.since(SERVER, before), "insert overwrite .*LONE");
    }

    /** SHOW COLUMNS ends after 10,000 columns. */
    @Test
    void theColumnsOfTablesInWideSchemasAreShownOneByOne() {
        layers().publishBy("auto");
        String columns =
                IntStream.range(0, 200).mapToObj(i -> "c" + i + " integer").collect(Collectors.joining(", "));
        shop().execute(IntStream.range(0, 50)
                .mapToObj(i -> "create table inventory.dev.a" + i + " (" + columns + ")")
                .toArray(String[]::new));
        layers().version(2);
        int before = SERVER.received().size();
        shop().assay("build").ends(0);
        SentStatements.first(SentStatements.since(SERVER, before), "show columns in table .*\"REPORT\"");
        SentStatements.first(SentStatements.since(SERVER, before), "insert overwrite .*LONE");
        SentStatements.first(SentStatements.since(SERVER, before), "insert overwrite .*REPORT");
        assertEquals("2 2 2 2", layers().seen());
    }
}

package dev.assay.warehouse.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.sql.SqlText;
import dev.assay.sql.Statement;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.WarehouseError.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A refusal tells what was refused, where, and whether a second try is worth it. */
class ErrorsTest extends Contract {

    private static final String MODEL = "select 'é日本 𝛑' as name,\n  custmer_id\nfrom (select 1 as customer_id) as c";

    /** The place is counted in characters, whatever the warehouse counts. */
    @Test
    void aMisspeltColumnIsPointedAtInTheUsersSql() {
        Statement statement =
                words("create_table_as", Map.of("relation", name("orders"), "select", SqlText.plain(MODEL)));
        WarehouseError refusal = refused(() -> session().execute(statement));
        assertEquals(Kind.REFUSED, refusal.kind());
        assertEquals(statement, refusal.statement().orElseThrow());
        int inModel = statement.inBody(refusal.offset().orElseThrow()).orElseThrow();
        assertTrue(MODEL.startsWith("custmer_id", inModel), () -> "it points at " + MODEL.substring(inModel));
    }

    @Test
    void theWordsNameWhatIsWrongAndNotOurDriver() {
        for (String sql : new String[] {"selec 1", "select * from " + print("absent"), "select nosuch(1)"}) {
            WarehouseError refusal = refused(() -> query(sql));
            assertEquals(Kind.REFUSED, refusal.kind(), sql);
            String words = refusal.words();
            assertFalse(words.isBlank() || words.contains("SQLException") || words.contains("{\""), words);
        }
    }

    @Test
    void dataThatDoNotFitAreRefusedAndLeaveNothing() {
        table("orders", "select 'abc' as word union all select '1'");
        refused(() -> table("numbers", "select cast(word as integer) as n from " + print("orders")));
        assertFalse(existing().contains(name("numbers")));
        refused(() -> query("select cast(100000 as decimal(5, 2))"));
    }

    @Test
    void twoThatMakeOneThingGetARefusalAndLoseNothing() {
        table("orders", "select 1 as n");
        WarehouseError refusal = refused(() -> table("orders", "select 2 as n"));
        assertTrue(refusal.kind() == Kind.REFUSED || refusal.kind() == Kind.TRANSIENT);
        assertEquals(1, query("select n from " + print("orders")).number());
    }
}

package dev.assay.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class GranteeNameTest {

    @Test
    void aRoleOfADatabaseHasTwoPartsAndQuotesMayHoldADot() {
        assertEquals(List.of("SHOP", "READER"), GranteeName.parts("database role", "SHOP.READER"));
        assertEquals(List.of("my.shop", "a \"b\""), GranteeName.parts("database role", "\"my.shop\".\"a \"\"b\"\"\""));
        assertEquals(List.of("team.reader"), GranteeName.parts("role", "team.reader"));
    }
}

package dev.assay.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlainCellsTest {

    @Test
    void bytesAreHexadecimal() {
        assertEquals("7800FF", new PlainCells().read(new byte[] {0x78, 0, -1}));
    }
}

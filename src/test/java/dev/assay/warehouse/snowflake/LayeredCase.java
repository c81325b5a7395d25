package dev.assay.warehouse.snowflake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.warehouse.snowflake.server.SnowflakeServer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of the layered shop: before each method, the shop is built anew in version 1. */
abstract class LayeredCase {

    private final SnowflakeServer server;

    private SnowflakeProject shop;

    private LayeredShop layers;

    LayeredCase(SnowflakeServer server) {
        this.server = server;
    }

    @BeforeEach
    void build(@TempDir Path folder) {
        shop = SnowflakeProject.fresh(server, folder);
        layers = LayeredShop.built(shop);
        assertEquals("1 1 1 1", layers.seen());
    }

    SnowflakeProject shop() {
        return shop;
    }

    LayeredShop layers() {
        return layers;
    }
}

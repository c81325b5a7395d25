package dev.assay.warehouse.snowflake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.UserProject.Said;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.snowflake.server.SnowflakeServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The registry where no definition is part of a transaction. */
class SnowflakeRegistryTest {

    @AutoClose
    private static final SnowflakeServer SERVER = SnowflakeServer.start();

    @TempDir
    private Path folder;

    @TempDir
    private Path other;

    private SnowflakeProject shop() {
        return SnowflakeProject.fresh(SERVER, folder);
    }

    @Test
    void twoFirstBuildsAtOnceBothWork() {
        SnowflakeProject dev = shop();
        SnowflakeProject prod = SnowflakeProject.fresh(SERVER, other);
        prod.profile("shop", SnowflakeCase.PASSWORD + "\nschema: prod");
        List<CompletableFuture<Said>> builds = List.of(dev, prod).stream()
                .map(project -> project.model("orders", "select 1 as v"))
                .map(project -> CompletableFuture.supplyAsync(() -> project.assay("build")))
                .toList();
        builds.forEach(build -> build.join().ends(0));
        assertEquals("2", dev.one("select v + (select v from prod.orders) from dev.orders"));
        assertEquals("2", dev.one("select count(distinct environment) from assay.environment_schemas"));
        dev.execute("drop schema inventory.prod cascade", "drop schema inventory.prod_quality cascade");
    }

    @ParameterizedTest
    @ValueSource(strings = {"swap", "auto"})
    void aCutThatAnAssayWithoutAVersionHasLeftIsFinished(String way) {
        SnowflakeProject shop = shop();
        LayeredShop layers = LayeredShop.built(shop);
        layers.publishBy(way);
        layers.version(2);
        SERVER.faults().breakAfter("state = 'publishing', generation", 3);
        shop.assay("build", "--threads", "1");
        assertTrue(SERVER.faults().broke());
        shop.endLeases();
        forgetVersions(shop);
        moveCandidatesBesideTheirTables(shop);
        Said said = shop.assay("build", "--select", "lone").ends(0);
        assertTrue(said.text().contains("an earlier run broke off while it published generation 2"), said.text());
        assertEquals("2 2 2 2", layers.seen());
        layers.version(3);
        shop.assay("build").ends(0);
        assertEquals("3 3 3 3", layers.seen());
        assertEquals("0", shop.leftovers());
    }

    /** Where the last assay without versions built them. */
    private static void moveCandidatesBesideTheirTables(SnowflakeProject shop) {
        try (Session session = SnowflakeCase.of(SERVER).open()) {
            SnowflakeCase.query(
                            session,
                            "select table_name from information_schema.tables"
                                    + " where table_schema = 'DEV__ASSAY_CANDIDATE' and table_type = 'BASE TABLE'")
                    .rows()
                    .forEach(row -> shop.execute("alter table inventory.dev__assay_candidate." + row.getFirst()
                            + " rename to inventory.dev."
                            + row.getFirst().toString().replaceFirst("__ASSAY_CUT_.*", "") + "__ASSAY_CANDIDATE"));
        }
    }

    /** The tables as the last assay without versions had them. */
    private static void forgetVersions(SnowflakeProject shop) {
        String publications = "inventory.dev_quality.publications";
        shop.execute("alter table " + publications + " add column if not exists \"PREVIOUS\" varchar");
        try (Session session = SnowflakeCase.of(SERVER).open()) {
            for (List<Object> row : SnowflakeCase.query(
                            session,
                            "select node_id, way, way_text from " + publications + " where state = 'publishing'")
                    .rows()) {
                SnowflakeCase.run(
                        session,
                        "update " + publications + " set previous = '"
                                + how(row.get(1).toString(), row.get(2).toString())
                                        .replace("'", "''")
                                + "' where state = 'publishing' and node_id = '" + row.get(0) + "'");
            }
        }
        for (String column : List.of(
                "environment",
                "project",
                "epoch",
                "way",
                "way_text",
                "text_digest",
                "definition_digest",
                "tests_due",
                "tests_passed",
                "identity",
                "mark")) {
            shop.execute("alter table " + publications + " drop column if exists \"" + column.toUpperCase(Locale.ROOT)
                    + "\"");
        }
        shop.execute(
                "drop table inventory.dev_quality.texts",
                "drop table inventory.dev_quality.notes",
                "drop table inventory.dev_quality.registry_version",
                "drop table inventory.assay.registry_version",
                "drop table inventory.assay.environment_schemas",
                "alter table inventory.assay.environments add column if not exists \"SCHEMAS\" varchar",
                "update inventory.assay.environments set schemas = 'assay,dev,dev_quality'",
                "alter table inventory.assay.environments drop column if exists \"EPOCH\"");
    }

    /** One column said how, by a word or by the statement that makes the view. */
    private static String how(String way, String text) {
        return switch (way) {
            case "exchange" -> "swap";
            case "keep" -> "stay";
            case "overwrite" -> "overwrite";
            default -> first(first(text));
        };
    }

    /** Texts stand behind their lengths. */
    private static String first(String texts) {
        int colon = texts.indexOf(':');
        return texts.substring(colon + 1, colon + 1 + Integer.parseInt(texts.substring(0, colon)));
    }
}

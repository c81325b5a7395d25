package dev.assay.warehouse.postgres;

import static dev.assay.warehouse.postgres.PostgresShop.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.UserProject.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry of a database in which nobody has built before. */
class RegistryBuildsTest {

    private static final String OTHER = "prod";

    @TempDir
    private Path folder;

    @TempDir
    private Path beside;

    private PostgresShop dev;
    private PostgresShop prod;

    @BeforeEach
    void begin() {
        dev = new PostgresShop(folder).base(1);
        prod = dev.beside(beside).base(2);
        prod.schema(OTHER, "user: postgres");
    }

    @Test
    void twoFirstBuildsAtOnceBothWork() {
        List<CompletableFuture<Said>> builds = List.of(dev, prod).stream()
                .map(shop -> CompletableFuture.supplyAsync(() -> shop.assay("build")))
                .toList();
        builds.forEach(build -> build.join().ends(0));
        assertEquals("1|2", dev.one("select d.v, p.v from dev.base as d, prod.base as p"));
        assertEquals(
                List.of("data|t", "candidates|t", "candidates|t", "quality|t"),
                dev.rows("select purpose, made from assay.environment_schemas where environment = 'prod'"
                        + " order by schema_name"));
    }

    @Test
    void aPublicationOfAllTablesIsInNobodysWay() {
        dev.execute("create publication everything for all tables");
        dev.yaml("models: [{name: base, columns: [{name: v, constraints: [{type: primary_key}],"
                + " data_tests: [{accepted_values: {values: [1, 2]}}]}]}]");
        dev.assay("build").ends(0);
        dev.base(2).assay("build").ends(0);
        dev.base(3).assay("build").ends(1);
        dev.base(4).assay("build").ends(1);
        assertEquals("2", dev.one("select v from dev.base"));
        dev.model("other", TABLE + "select 1 as v")
                .assay("build", "--select", "other")
                .ends(0);
        dev.without("models/other.sql").assay("prune", "--yes").ends(0);
        assertEquals(
                List.of(),
                dev.rows("select oid::regclass from pg_class where relkind = 'r' and relnamespace::regnamespace::text"
                        + " in ('assay', 'dev_quality') and not exists (select from pg_index where indrelid ="
                        + " pg_class.oid and indisprimary)"));
        dev.base(1).assay("build").ends(0);
        assertEquals("1", dev.one("select v from dev.base"));
    }

    /** A role of another team builds in a database in which we have built. */
    @Test
    void aSecondRoleIsToldWhatToGrant() {
        dev.assay("build").ends(0);
        String ann = "ann_" + dev.database();
        dev.execute("create role " + ann + " login", "create schema prod authorization " + ann);
        prod.schema(OTHER, "user: " + ann);
        var asked = new ArrayList<List<String>>();
        for (Said said = prod.assay("build"); said.exit() != 0; said = prod.assay("build")) {
            List<String> grants = said.err()
                    .lines()
                    .filter(line -> line.contains("ask for: "))
                    .map(line -> line.substring(line.indexOf("ask for: ") + 9))
                    .toList();
            assertTrue(!grants.isEmpty() && !asked.contains(grants), said::toString);
            asked.add(grants);
            dev.execute(grants.toArray(String[]::new));
        }
        assertEquals(
                List.of(
                        List.of(
                                "grant usage on schema assay to " + ann,
                                "grant select, insert, update, delete on all tables in schema assay to " + ann),
                        List.of("grant create on database " + dev.database() + " to " + ann)),
                asked);
        assertEquals("2", dev.one("select v from prod.base"));
    }
}

package dev.assay.warehouse.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.environment.Entry;
import dev.assay.environment.RegistrySnapshot;
import dev.assay.environment.VersionNote;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Identifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The registry grows with new versions of assay, where it is. */
class RegistryUpgradeTest extends RegistryContract {

    private static final Path FIXTURES = Path.of("src/test/resources/registry");

    @Test
    void aRegistryWithoutAVersionIsReadAsItIs() throws IOException {
        layUnversioned();
        RegistrySnapshot known = read("dev");
        assertEquals("run-1", known.former().getFirst().runId());
        assertEquals("run-3", known.publishedOf(ORDERS).orElseThrow().runId());
        assertEquals(Optional.empty(), known.publishedOf(ORDERS).orElseThrow().project());
    }

    @Test
    void aRegistryWithoutAVersionIsUpgradedWhereItIs() throws IOException {
        layUnversioned();
        Existing existing = found();
        assertEquals(1, enter("dev", existing, read("dev"), claim("dev", "dev_mart")));
        RegistrySnapshot dev = read("dev");
        Entry orders = dev.publishedOf(ORDERS).orElseThrow();
        assertEquals("run-1", orders.runId());
        assertEquals(OptionalLong.of(3), orders.rows());
        assertEquals("{seed.shop.raw=run-0}", orders.inputs().runs().toString());
        assertEquals("2026-11-01T10:00:01.500Z", orders.since().toString());
        assertEquals(Entry.State.HELD, dev.waitingOf(SUMS).orElseThrow().state());
        assertEquals(7, dev.generation());
        assertEquals(2, dev.relations().size() + dev.waiting().size(), "a row that fits no environment is nobody's");
        assertEquals(9, read("prod").generation());
        String schemas = query("select environment, schema_name, purpose, made from "
                        + printed(shared(), "environment_schemas") + " order by environment, schema_name")
                .rows()
                .toString()
                .replace(quality(), "QUALITY");
        assertEquals(
                "[[dev, dev, data, false], [dev, dev_mart, data, false], [dev, QUALITY, quality, false],"
                        + " [prod, QUALITY, quality, false], [prod, prod, unknown, false]]",
                schemas);
        assertEquals(2, enter("dev", found(), dev, claim("dev")));
        note("run-2", new VersionNote(SUMS, "watermark", "day", "1"));
        publish("dev", 8, "run-2", SUMS);
        assertEquals(1, current().size());
        // An upgrade that broke off before its last step is done again.
        run("delete from " + printed(quality(), "registry_version"));
        enter("dev", found(), read("dev"), claim("dev"));
        assertEquals(8, read("dev").generation());
    }

    @Test
    void theOnlyEnvironmentOfARegistryOwnsAllOfIt() throws IOException {
        layUnversioned();
        run("delete from " + printed(shared(), "environments") + " where name = 'prod'");
        enter("dev");
        assertEquals(3, read("dev").relations().size());
    }

    @Test
    void aRegistryOfANewerAssayIsRefused() {
        enter("dev");
        for (String each : List.of(shared(), quality())) {
            String table = printed(each, "registry_version");
            run("update " + table + " set version = version + 1, written_by = '10.0.0'");
            var refused = assertThrows(ProblemsFound.class, () -> read("dev"));
            assertEquals(Code.NEWER_REGISTRY, refused.problems().getFirst().code());
            assertEquals(
                    "a newer assay has upgraded the registry in `" + each + "`",
                    refused.problems().getFirst().headline());
            assertEquals(
                    List.of("install assay 10.0.0 or newer"),
                    refused.problems().getFirst().help());
            run("update " + table + " set version = version - 1");
        }
        assertEquals(1, read("dev").registry().qualityVersion());
    }

    /** Two environments and four relations, as the first assay without versions left them. */
    private void layUnversioned() throws IOException {
        for (String each : List.of(shared(), quality())) {
            session().execute(words("create_schema", Map.of("schema", new Identifier(each))));
        }
        String script = Worded.read(
                        FIXTURES.resolve("unversioned/" + warehouse().type() + ".sql"))
                .orElseThrow();
        for (String statement : script.split(";\n", -1)) {
            run(statement
                    .replace("\"{shared}\"", quote(shared()))
                    .replace("\"{quality}\"", quote(quality()))
                    .replace("{quality}", quality()));
        }
    }
}

package dev.assay.warehouse.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.environment.RegistrySnapshot;
import dev.assay.environment.RunClaim;
import dev.assay.environment.SchemaPurpose;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Which schemas an environment has stands in the registry before the first object, and no two environments share one. */
class EnvironmentsTest extends RegistryContract {

    private static final int ATTEMPTS = 20;
    private static final int FIRST_BUILDS = Integer.getInteger("assay.first.builds", 3);

    @Test
    void theRegistryTellsSchemasThatAssayMadeFromThoseThatItFound() {
        session().execute(words("create_schema", Map.of("schema", new Identifier(data("prod")))));
        enter("dev", claim(data("dev"), data("prod")).with(schema() + "_failures", SchemaPurpose.FAILURES));
        List<String> first =
                List.of("dev data true", "failures failures true", "prod data false", "quality quality true");
        assertEquals(first, rows("dev"));
        assertTrue(found().schemas().containsAll(Set.of(data("dev"), quality())));
        // It only grows, and a found schema stays found.
        enter("dev", claim(data("dev")).with(schema() + "_more", SchemaPurpose.CANDIDATES));
        assertEquals("more candidates true", rows("dev").get(2));
        assertEquals(first.size() + 1, rows("dev").size());
        run("drop schema " + quote(data("prod")));
        enter("dev", claim(data("dev"), data("prod")));
        assertEquals("prod data false", rows("dev").get(3));
        run("drop schema " + quote(schema() + "_failures"));
        run("drop schema " + quote(schema() + "_more"));
    }

    @Test
    void theRegistrysOwnSchemaBelongsToNoEnvironment() {
        enter("dev", claim(data("dev"), shared()));
        assertEquals(List.of("dev data true", "quality quality true"), rows("dev"));
    }

    @Test
    void aSchemaOfAnotherEnvironmentIsRefusedBeforeAnythingIsCreated() {
        enter("dev", claim(data("dev"), data("prod")));
        Diagnostic refused = refused("prod", claim(data("prod"), schema() + "_absent"));
        assertEquals(
                "the environments `prod` and `dev` would both use the schema `" + data("prod") + "`",
                refused.headline());
        assertEquals(List.of(), rows("prod"));
        assertEquals(
                1,
                query("select count(*) from " + printed(shared(), "environments"))
                        .number());
        assertEquals(
                Set.of(),
                warehouse().existing(session(), List.of(schema() + "_absent")).schemas());
        // Neither one that a later run adds.
        enter("third", claim(schema() + "_third"));
        refused("third", claim(schema() + "_third", data("dev")));
        refused("third", claim(schema() + "_third").with(data("dev"), SchemaPurpose.FAILURES));
        assertEquals(2, rows("third").size());
        assertEquals(2, enter("dev", claim(data("dev"))), "an environment keeps what is its own");
        run("drop schema " + quote(schema() + "_third"));
    }

    @Test
    void theSchemaOfTheRegistryMayBeSharedAndNothingElseIsInIt() {
        enter("dev");
        enter("prod");
        assertEquals(List.of("prod data true", "quality quality false"), rows("prod"));
        refused("third", claim(quality()));
    }

    @Test
    void namesAreComparedAsTheWarehouseComparesThem() {
        enter("dev");
        String other = data("dev").toUpperCase(Locale.ROOT);
        if (found().isSameSchema(other, data("dev"))) {
            assertTrue(refused("DEV", claim(other))
                    .notes()
                    .contains("this warehouse takes `" + other + "` and `" + data("dev") + "` for one name"));
        } else {
            enter("DEV", claim(other));
            run("drop schema " + quote(other));
        }
    }

    /** Nothing is there yet, and each of two runs has seen that. */
    @Test
    void twoFirstBuildsAtOnceBothBegin() {
        Assumptions.assumeTrue(can(Capability.MANY_PROCESSES));
        for (int i = 0; i < FIRST_BUILDS; i++) {
            assertFalse(found().schemas().contains(shared()));
            var barrier = new CyclicBarrier(2);
            var dev = CompletableFuture.supplyAsync(() -> begin("dev", barrier));
            var prod = CompletableFuture.supplyAsync(() -> begin("prod", barrier));
            assertTrue(dev.join() > 0 && prod.join() > 0);
            assertEquals(2, rows("dev").size());
            assertEquals(2, rows("prod").size());
            assertEquals(dev.join() + 1, enter("dev"));
            dropThem();
        }
    }

    private long begin(String environment, CyclicBarrier barrier) {
        try (Warehouse own = ground().connect();
                Session session = own.open()) {
            barrier.await();
            return begin(environment, own, session);
        } catch (InterruptedException | BrokenBarrierException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** As a run begins: a refusal that may pass is no reason to end it. */
    private long begin(String environment, Warehouse own, Session session) {
        var nothing = Existing.of(Map.of(), Set.of());
        for (int attempt = 1; ; attempt++) {
            try {
                return of(environment)
                        .enter(session, own, nothing, RegistrySnapshot.NOTHING.registry(), claim(data(environment)));
            } catch (WarehouseError refusal) {
                if (refusal.kind() != WarehouseError.Kind.TRANSIENT || attempt == ATTEMPTS) {
                    throw refusal;
                }
            }
        }
    }

    private Diagnostic refused(String environment, RunClaim claim) {
        var refused = assertThrows(ProblemsFound.class, () -> enter(environment, claim));
        session().rollback();
        assertEquals(
                Code.OVERLAPPING_ENVIRONMENTS, refused.problems().getFirst().code());
        return refused.problems().getFirst();
    }

    /** The schemas of an environment, without what all of this test's schemas begin with. */
    private List<String> rows(String environment) {
        return query("select schema_name, purpose, made from " + printed(shared(), "environment_schemas")
                        + " where environment = '" + environment + "' order by schema_name")
                .rows()
                .stream()
                .map(row ->
                        row.get(0).toString().substring(schema().length() + 1) + " " + row.get(1) + " " + row.get(2))
                .toList();
    }
}

package dev.assay.warehouse.snowflake;

import dev.assay.environment.AnnouncedRelation;
import dev.assay.environment.Digests;
import dev.assay.environment.Entry;
import dev.assay.environment.Inputs;
import dev.assay.environment.Intent;
import dev.assay.environment.ProofChange;
import dev.assay.environment.Registry;
import dev.assay.environment.RegistryClient;
import dev.assay.environment.RegistryPlace;
import dev.assay.environment.RegistrySnapshot;
import dev.assay.environment.RegistryUpdate;
import dev.assay.environment.RunClaim;
import dev.assay.environment.SchemaPurpose;
import dev.assay.environment.TestCount;
import dev.assay.environment.Version;
import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;
import dev.assay.sql.SqlText;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The engine's own statements, one by one, said to fakesnow; a line for each, in a Java of its own. */
final class FakesnowProbes {

    private static final RelationName ORDERS = RelationName.of("dev", "orders");
    private static final RelationName CANDIDATE = RelationName.of("dev", "orders__assay_candidate");
    private static final RelationName TOTALS = RelationName.of("dev", "totals");
    private static final ResourceId NODE = new ResourceId("model.shop.orders");

    private final Warehouse warehouse;
    private final Session session;
    private final Map<String, Runnable> probes = new LinkedHashMap<>();

    private FakesnowProbes(int port) {
        String output = SnowflakeCase.output(port, SnowflakeCase.PASSWORD);
        this.warehouse = SnowflakeCase.make(output, Path.of(""));
        this.session = warehouse.open();
        var registry = new Registry(
                warehouse.wording(),
                Clock.systemUTC(),
                RegistryPlace.of("dev_quality"),
                new RegistryClient("dev", "shop", "test"));
        probes.put(
                "enter",
                () -> registry.enter(
                        session,
                        warehouse,
                        Existing.of(Map.of(), java.util.Set.of()),
                        RegistrySnapshot.NOTHING.registry(),
                        new RunClaim("snowflake", new TreeMap<>(Map.of("dev", SchemaPurpose.DATA)))));
        probes.put("existing", () -> {
            if (!warehouse
                    .existing(session, List.of("dev", "nothing"))
                    .schemas()
                    .contains("dev")) {
                throw new IllegalStateException("does not see a schema");
            }
        });
        probes.put("create_table_as", () -> say("create_table_as", Map.of("relation", ORDERS, "select", one(1))));
        probes.put("candidate", () -> say("create_table_as", Map.of("relation", CANDIDATE, "select", one(2))));
        probes.put("create_view_as", () -> say("create_view_as", Map.of("relation", TOTALS, "select", one(3))));
        probes.put("replace_view", () -> say("replace_view", Map.of("relation", TOTALS, "select", one(4))));
        probes.put("existing_relations", () -> {
            Existing existing = warehouse.existing(session, List.of("dev"));
            if (!existing.contains(ORDERS) || !existing.contains(TOTALS)) {
                throw new IllegalStateException("sees " + existing.relations());
            }
        });
        probes.put(
                "prepare",
                () -> registry.prepare(
                        session,
                        "run",
                        1,
                        List.of(new AnnouncedRelation(NODE, ORDERS, CANDIDATE, "table", Optional.empty()))));
        probes.put(
                "mark",
                () -> registry.mark(
                        session,
                        List.of(new RegistryUpdate(
                                NODE,
                                Entry.State.PROVEN,
                                Entry.Proof.PROVEN,
                                OptionalLong.of(1),
                                "f",
                                Inputs.of(Map.of()),
                                "",
                                Digests.NONE,
                                Optional.empty()))));
        probes.put(
                "intend",
                () -> registry.intend(
                        session,
                        1,
                        List.of(new Intent(
                                new Version(NODE, "run"), ORDERS, Intent.Way.EXCHANGE, List.of(), List.of()))));
        probes.put("intents", () -> {
            if (registry.intents(session).size() != 1) {
                throw new IllegalStateException("has no journal");
            }
        });
        probes.put(
                "comment", () -> say("comment_on_table", Map.of("relation", CANDIDATE, "comment", new Literal("x"))));
        probes.put("read_comments", () -> ask("read_comments", Map.of("schemas", List.of(new Literal("DEV")))));
        probes.put("read_definitions", () -> ask("read_definitions", Map.of("schemas", List.of(new Literal("DEV")))));
        probes.put("swap", () -> say("swap_tables", Map.of("relation", ORDERS, "other", CANDIDATE)));
        probes.put("overwrite", () -> say("overwrite_table", Map.of("relation", ORDERS, "candidate", CANDIDATE)));
        probes.put("publish", () -> registry.publish(session, 1, List.of(new Version(NODE, "run"))));
        probes.put(
                "prove",
                () -> registry.prove(
                        session,
                        List.of(new ProofChange(
                                NODE,
                                "run",
                                Entry.Proof.SUSPECT,
                                Optional.of(new TestCount(2, 1)),
                                Inputs.of(Map.of())))));
        probes.put("read", () -> {
            var there = Existing.of(
                    Map.of(RelationName.of("dev_quality", "publications"), Existing.Kind.TABLE), java.util.Set.of());
            if (registry.read(session, there).generation() != 1) {
                throw new IllegalStateException("does not know the generation");
            }
        });
        probes.put(
                "stage_seed",
                () -> say(
                        "stage_seed",
                        Map.of(
                                "relation",
                                ORDERS,
                                "file",
                                new Literal("nothing.csv"),
                                "delimiter",
                                new Literal(","),
                                "cells_hold_lines",
                                false,
                                "longest_row",
                                10L,
                                "has_one_column",
                                false)));
        probes.put(
                "rename_table",
                () -> say(
                        "rename_table",
                        Map.of("from", CANDIDATE, "to", RelationName.of("dev", "orders__assay_retired"))));
        probes.put("drop_view", () -> say("drop_view", Map.of("relation", TOTALS)));
    }

    public static void main(String[] args) {
        new FakesnowProbes(Integer.parseInt(args[0])).run();
    }

    private void run() {
        probes.forEach((name, probe) -> System.out.println("probe " + name + ": " + outcome(probe)));
    }

    private static String outcome(Runnable probe) {
        try {
            probe.run();
            return "works";
        } catch (WarehouseError | IllegalStateException refused) {
            return String.valueOf(refused.getMessage()).replace('\n', ' ');
        }
    }

    private void say(String name, Map<String, Object> values) {
        session.execute(warehouse.wording().statement("try it", name, values));
    }

    private void ask(String name, Map<String, Object> values) {
        session.query(warehouse.wording().statement("try it", name, values));
    }

    private static SqlText one(int number) {
        return SqlText.plain("select " + number + " as v");
    }
}

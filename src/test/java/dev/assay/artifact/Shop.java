package dev.assay.artifact;

import dev.assay.manifest.Analysis;
import dev.assay.manifest.ColumnSpec;
import dev.assay.manifest.Config;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Doc;
import dev.assay.manifest.Exposure;
import dev.assay.manifest.Group;
import dev.assay.manifest.Hook;
import dev.assay.manifest.Macro;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Reference;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.ResourceType;
import dev.assay.manifest.Seed;
import dev.assay.manifest.Source;
import dev.assay.source.SourceFile;
import dev.assay.sql.Draft.Wanted;
import dev.assay.sql.RelationName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A small project with one of each kind, and configs that dbt does not know. */
final class Shop {

    static final ResourceId ORDERS = id(ResourceType.MODEL, "orders");
    static final ResourceId REFUNDS = id(ResourceType.MODEL, "refunds");
    static final ResourceId CUSTOMERS = id(ResourceType.MODEL, "customers");
    static final ResourceId RAW = id(ResourceType.SEED, "raw_orders");
    static final ResourceId UNIQUE = id(ResourceType.TEST, "unique_orders_order_id");
    static final ResourceId SINGULAR = id(ResourceType.TEST, "orders");
    static final ResourceId EVENTS = ResourceId.of(ResourceType.SOURCE, "shop", "web", "events");

    static final SourceFile YAML = new SourceFile("project/models/shop.yml", "models: []\n");
    static final SourceFile SQL = new SourceFile("project/models/marts/orders.sql", "select 1 as \"é\"\n");

    private Shop() {}

    static Manifest manifest() {
        var all = new TreeMap<ResourceId, Resource>();
        for (Resource each : List.of(
                seed(),
                orders(),
                refunds(),
                model("customers", Map.of(), List.of(ref(ORDERS))),
                source(),
                genericTest(),
                singularTest(),
                analysis(),
                exposure(),
                macro(),
                doc(),
                group())) {
            all.put(each.id(), each);
        }
        var hook = new Hook("shop-on-run-start-0", Hook.Moment.RUN_START, 0, SQL, SQL.whole());
        return new Manifest("shop", all, List.of(hook), List.of(model("parked", Map.of("enabled", false), List.of())));
    }

    static ResourceId id(ResourceType type, String name) {
        return ResourceId.of(type, "shop", name);
    }

    static Model model(String name, Map<String, Object> config, List<Reference> references) {
        return new Model(
                id(ResourceType.MODEL, name),
                name,
                identity("models/marts/" + name + ".sql", List.of("shop", "marts", name)),
                described(),
                new Config(config, Map.of()),
                RelationName.of("dev", name),
                SQL,
                Optional.empty(),
                references);
    }

    static DataTest uniqueTest(ResourceId id, ResourceId of) {
        String name = id.names().getLast();
        return new DataTest(
                id,
                name,
                identity("models/shop.yml", List.of("shop", name)),
                Resource.Description.NONE,
                new Config(Map.of("severity", "ERROR", "warn_if", ">1%", "limit", 500L, "gate", "before"), Map.of()),
                Optional.of(new DataTest.Generic(
                        "unique", of, Optional.of("order_id"), Map.of("ratchet", true), YAML, Map.of())),
                Optional.empty(),
                Optional.empty(),
                List.of(ref(of)));
    }

    static Reference ref(ResourceId target) {
        return new Reference(
                new Wanted(Wanted.Kind.REF, List.of(target.names().getLast())), YAML.top(), Optional.of(target));
    }

    private static Model orders() {
        Map<String, Object> config = Map.ofEntries(
                Map.entry("materialized", "table"),
                Map.entry("tags", "gold"),
                Map.entry("group", "finance"),
                Map.entry("access", "Public"),
                Map.entry("contract", Map.of("enforced", true, "strict", true)),
                Map.entry("docs", Map.of("show", true, "colour", "red")),
                Map.entry("pre_hook", "set x = 1"),
                Map.entry("post_hook", List.of(Map.of("sql", "set y = 2"))),
                Map.entry("freshness", Map.of("build_after", 1L)),
                Map.entry("unique_key", List.of("a", "b")),
                Map.entry("full_refresh", "true"),
                Map.entry("on_error", "sing"),
                Map.entry("publish_group", "daily"),
                Map.entry("meta", Map.of("owner", "me")));
        return model("orders", config, List.of(ref(RAW), sourceReference()));
    }

    private static Model refunds() {
        return model("refunds", Map.of("materialized", "ephemeral", "tags", List.of("a", "b")), List.of(ref(ORDERS)));
    }

    private static Seed seed() {
        return new Seed(
                RAW,
                "raw_orders",
                identity("seeds/raw_orders.csv", List.of("shop", "raw_orders")),
                Resource.Description.NONE,
                new Config(Map.of("column_types", Map.of("id", "integer"), "delimiter", ";"), Map.of()),
                RelationName.of("dev", "raw_orders"),
                "seeds/raw_orders.csv",
                "abc");
    }

    private static Source source() {
        Map<String, Object> settings = Map.of(
                "loader",
                "kafka",
                "freshness",
                Map.of("warn_after", Map.of("count", 1L, "period", "day"), "error_after", Map.of("count", "many")),
                "external",
                Map.of("location", "events/*.parquet"));
        return new Source(
                EVENTS,
                "web",
                "events",
                identity("models/shop.yml", List.of("shop", "web", "events")),
                described(),
                new Config(Map.of("freshness", "daily"), Map.of()),
                new RelationName(Optional.of("lake"), "web", "events"),
                settings);
    }

    private static DataTest genericTest() {
        return uniqueTest(UNIQUE, ORDERS);
    }

    private static DataTest singularTest() {
        return new DataTest(
                SINGULAR,
                "orders",
                identity("tests/orders.sql", List.of("shop", "orders")),
                Resource.Description.NONE,
                Config.EMPTY,
                Optional.empty(),
                Optional.of(SQL),
                Optional.empty(),
                List.of(ref(ORDERS), ref(REFUNDS)));
    }

    private static Analysis analysis() {
        return new Analysis(
                id(ResourceType.ANALYSIS, "churn"),
                "churn",
                identity("analyses/churn.sql", List.of("shop", "churn")),
                Resource.Description.NONE,
                Config.EMPTY,
                SQL,
                Optional.empty(),
                List.of(ref(ORDERS)));
    }

    private static Exposure exposure() {
        return new Exposure(
                id(ResourceType.EXPOSURE, "board"),
                "board",
                identity("models/shop.yml", List.of("shop", "board")),
                new Resource.Description("what the board sees", Map.of("a", 1L), List.of()),
                Config.EMPTY,
                Map.of(
                        "type",
                        "wall",
                        "owner",
                        Map.of("name", "Ann", "email", List.of("a@x")),
                        "maturity",
                        "high",
                        "url",
                        "u"),
                List.of(ref(ORDERS), sourceReference()));
    }

    private static Macro macro() {
        var file = new SourceFile("macros/money.sql", "[#macro cents col]${col}[/#macro]");
        return new Macro(
                id(ResourceType.MACRO, "money.cents"),
                "cents",
                new Resource.Identity("shop", "macros/money.sql", List.of("shop", "cents"), file.whole(), ""),
                Resource.Description.NONE,
                Config.EMPTY,
                file,
                List.of("col"));
    }

    private static Doc doc() {
        return new Doc(
                id(ResourceType.DOC, "order_status"),
                "order_status",
                identity("docs/orders.md", List.of("shop", "order_status")),
                new Resource.Description("placed, shipped", Map.of(), List.of()),
                Config.EMPTY);
    }

    private static Group group() {
        return new Group(
                id(ResourceType.GROUP, "finance"),
                "finance",
                identity("models/shop.yml", List.of("shop", "finance")),
                Resource.Description.NONE,
                Config.EMPTY,
                Map.of("email", "finance@example.org", "pager", 7L));
    }

    private static Reference sourceReference() {
        return new Reference(new Wanted(Wanted.Kind.SOURCE, List.of("web", "events")), YAML.top(), Optional.of(EVENTS));
    }

    private static Resource.Identity identity(String path, List<String> fqn) {
        return new Resource.Identity("shop", path, fqn, YAML.top(), "models/shop.yml");
    }

    private static Resource.Description described() {
        List<Map<String, Object>> constraints = List.of(
                Map.of("type", "not_null"),
                Map.of("type", "magic"),
                Map.of("type", "check", "expression", "x > 0", "ours", 1L));
        var column = new ColumnSpec(
                "order_id", YAML.top(), "its key", Optional.of("integer"), true, List.of("key"), Map.of(), constraints);
        return new Resource.Description("orders as placed", Map.of("level", "gold"), List.of(column));
    }
}

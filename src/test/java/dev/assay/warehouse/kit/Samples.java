package dev.assay.warehouse.kit;

import dev.assay.sql.RelationName;
import dev.assay.sql.SqlText;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.OutputSettings;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.Warehouses;
import dev.assay.yaml.Yaml;
import dev.assay.yaml.YamlReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One warehouse of each type that nobody connects to, and a value for each word that a statement's file declares. */
final class Samples {

    private static final Map<String, String> OUTPUTS = Map.of(
            "duckdb", "{type: duckdb, path: shop.duckdb}",
            "postgres", "{type: postgres, host: db.example.com, user: builder, password: secret, dbname: shop}",
            "snowflake",
                    "{type: snowflake, account: ab12345, user: builder, password: secret, database: shop, warehouse:"
                            + " small}");

    private static final RelationName ORDERS = RelationName.of("dev", "orders");

    private Samples() {}

    /** By type, in the order of the types. */
    static Map<String, Warehouse> warehouses() {
        var warehouses = new TreeMap<String, Warehouse>();
        for (String type : Warehouses.types()) {
            var output = (Yaml.Mapping) YamlReader.readText("profiles.yml", OUTPUTS.get(type));
            warehouses.put(type, Warehouses.make(type, new OutputSettings(output, "")));
        }
        return warehouses;
    }

    /** Empty text for a word that has no sample yet: the reviewed file shows it. */
    static Object value(String word) {
        return switch (word) {
            case "relation", "from" -> ORDERS.renamed(name -> "the \"odd\" orders");
            case "to", "target", "tested", "candidate", "other", "staged" -> ORDERS;
            case "removed" -> SqlText.plain("n in (1, 2)");
            case "windows" -> List.of(Map.of("from", SqlText.plain("1"), "until", SqlText.plain("5")));
            case "select" -> SqlText.plain("select 1 as n");
            case "failing" -> "select * from \"dev\".\"orders\" where n is null";
            case "column", "schema", "name", "alias", "extension", "shared", "role", "owner", "grantee" ->
                new Identifier("it's \"" + word + "\"");
            case "comment", "path", "file", "location", "delimiter", "value", "search_path" ->
                new Literal("it's a " + word);
            case "grantees", "roles" -> List.of(new Literal("reader"), new Literal("it's a role"));
            case "words" -> List.of(new Literal("select"));
            case "privilege" -> "select";
            case "scope" -> "account";
            case "last" -> new Literal("it's the last");
            case "grantee_kind" -> "database role";
            case "grantee_parts" -> List.of("it's", "a \"role\"");
            case "index" -> ORDERS.renamed(name -> "it's an \"index\"");
            case "stored" -> List.of(ORDERS.renamed(name -> "daily"));
            case "keys", "other_keys", "names" -> List.of(new Identifier("a"), new Identifier("it's \"b\""));
            case "type" -> new Identifier("btree");
            case "mark" -> new Literal("assay 0123456789");
            case "unique" -> true;
            case "expression" -> "a > 1";
            case "schemas" -> List.of(new Literal("dev"), new Literal("it's"));
            case "columns" -> columns();
            case "query" -> "select 1 as n, time '24:00:00' as t";
            case "printed_columns" ->
                List.of(
                        Map.of("name", new Identifier("n"), "position", new Identifier("c0"), "printed", false),
                        Map.of("name", new Identifier("t"), "position", new Identifier("c1"), "printed", true));
            case "relations", "tables" -> List.of(ORDERS, ORDERS.renamed(name -> "customers"));
            case "named" ->
                List.of(Map.of(
                        "schema",
                        new Literal("dev"),
                        "name",
                        new Literal("orders"),
                        "whole",
                        new Literal("dev.orders")));
            case "registry", "registry_schema" -> new Literal("it's the " + word);
            case "publications" -> RelationName.of("dev_quality", "publications");
            case "parts" ->
                List.of(
                        registry("assay", "environments", "epoch", "name"),
                        registry("dev_quality", "publications", "generation", "environment"));
            case "constraints" -> List.of(ORDERS.renamed(name -> "it's a \"key\""));
            case "pairs" -> List.of(pair());
            case "views" ->
                List.of(
                        Map.of("relation", ORDERS, "owner", new Identifier("builder")),
                        Map.of("relation", RelationName.of("dev", "customers"), "schema", new Identifier("dev")));
            case "stored_candidates" ->
                List.of(Map.of(
                        "relation",
                        RelationName.of("dev__assay_candidate", "daily"),
                        "schema",
                        new Identifier("dev__assay_candidate")));
            case "environment" -> new Literal("dev");
            case "besides" -> new Literal("AccessShareLock");
            case "horizon" -> new Literal("1234");
            case "further" -> List.of("alter table \"dev\".\"orders\" drop constraint \"key\"");
            case "moment" -> new Literal("2026-11-01T00:00:00Z");
            case "kind" -> "view";
            case "definition", "text" -> "select 1 as n";
            case "options" -> "security_barrier=true";
            case "privileges" -> "SELECT, UPDATE";
            case "format" -> "csv";
            case "parameters" -> List.of(Map.of("name", "header", "value", true));
            case "fields" -> List.of(Map.of("name", "type", "value", new Literal("s3")));
            case "counts" -> List.of("select 1", "select 2");
            case "count", "limit", "position", "milliseconds", "seconds", "timeout", "budget" -> 2L;
            case "longest_row" -> 2_000_000L;
            case "aside",
                    "read_only",
                    "grantable",
                    "cells_hold_lines",
                    "has_one_column",
                    "transient",
                    "secure",
                    "keep_grants",
                    "versioned",
                    "lasting" -> true;
            case "cluster_by" -> List.of("day", "substr(name, 1, 2)");
            case "fail_calc" -> "max(n)";
            case "condition" -> "n > 1";
            default -> "<" + word + ">";
        };
    }

    private static Map<String, Object> registry(String schema, String table, String number, String environment) {
        return Map.of(
                "schema", new Literal(schema),
                "purpose", new Literal(number),
                "versions", RelationName.of(schema, "registry_version"),
                "relation", RelationName.of(schema, table),
                "number", new Identifier(number),
                "environment", new Identifier(environment));
    }

    private static Map<String, Object> pair() {
        var pair = new HashMap<String, Object>(Map.of(
                "published_schema", new Literal("dev"),
                "published_name", new Literal("orders"),
                "candidate_schema", new Literal("dev__assay"),
                "candidate_name", new Literal("orders"),
                "target_schema", new Literal("dev__assay"),
                "target_name", new Literal("orders"),
                "comments", true,
                "column_comments", false,
                "key", new Identifier("customer"),
                "other_key", new Identifier("the \"id\"")));
        pair.put("own_row_security", false);
        return pair;
    }

    private static List<Map<String, Object>> columns() {
        return List.of(
                column("a", "bool"),
                column("b", "int"),
                column("c", "bigint"),
                column("d", "floating"),
                column("e", "date"),
                column("f", "timestamp"),
                column("g", "zonedtimestamp"),
                column("h", "text"),
                Map.of("name", new Identifier("i"), "type", "decimal", "precision", 18, "scale", 2),
                Map.of("name", new Identifier("j"), "type", "declared", "words", "varchar(5)"));
    }

    private static Map<String, Object> column(String name, String type) {
        return Map.of("name", new Identifier(name), "type", type);
    }
}

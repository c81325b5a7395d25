package dev.assay.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A project at one moment of a sequence, and the files that it consists of.
 *
 * @param nodes parents first
 * @param quality the schema of the registry where it is not the target's own
 */
record DrawnProject(String name, List<DrawnNode> nodes, int badVariable, String publish, String quality) {

    private static final String NOT_NEGATIVE =
            "[#-- test not_negative(column_name) --]\nselect * from ${relation} where ${column_name} < 0\n";

    Optional<DrawnNode> node(String wanted) {
        return nodes.stream().filter(node -> node.name().equals(wanted)).findFirst();
    }

    DrawnProject with(DrawnNode changed) {
        return withNodes(nodes.stream()
                .map(node -> node.name().equals(changed.name()) ? changed : node)
                .toList());
    }

    DrawnProject withNodes(List<DrawnNode> others) {
        return new DrawnProject(name, List.copyOf(others), badVariable, publish, quality);
    }

    DrawnProject withBadVariable(int value) {
        return new DrawnProject(name, nodes, value, publish, quality);
    }

    DrawnProject withPublish(String mode) {
        return new DrawnProject(name, nodes, badVariable, mode, quality);
    }

    Stream<DrawnNode> children(String parent) {
        return nodes.stream().filter(node -> node.parents().contains(parent));
    }

    Stream<DrawnNode> relations() {
        return nodes.stream().filter(DrawnNode::isRelation);
    }

    /** Schema and name of a node where readers look. */
    static String published(DrawnNode node, String target) {
        return (node.schema().isEmpty() ? target : target + "_" + node.schema()) + "." + node.relationName();
    }

    /** All tests; those that read a parent only where the parent is a relation. */
    List<DrawnTest> tests() {
        var all = new ArrayList<DrawnTest>();
        relations()
                .forEach(node -> node.tests()
                        .forEach(
                                (kind, isWarning) -> test(node, kind, isWarning).ifPresent(all::add)));
        return all;
    }

    private Optional<DrawnTest> test(DrawnNode node, DrawnTest.Kind kind, boolean isWarning) {
        return switch (kind) {
            case NOT_NULL, UNIQUE, NOT_NEGATIVE -> Optional.of(new DrawnTest(node.name(), kind, isWarning, ""));
            case RELATIONSHIPS, KNOWN_IDS, COUNTED ->
                node.parents().stream()
                        .findFirst()
                        .flatMap(this::node)
                        .filter(DrawnNode::isRelation)
                        .filter(parent ->
                                kind != DrawnTest.Kind.COUNTED || node.traits().contains(DrawnNode.Trait.QUERY))
                        .map(parent -> new DrawnTest(node.name(), kind, isWarning, parent.name()));
        };
    }

    /** Path and text of each file. */
    Map<String, String> files(String target) {
        var files = new TreeMap<String, String>();
        UnaryOperator<String> written = other -> node(other)
                .filter(DrawnNode::isRelation)
                .map(node -> published(node, target))
                .orElse("${ref(\"" + other + "\")}");
        for (DrawnNode node : nodes) {
            if (node.kind() == DrawnNode.Kind.SEED) {
                files.put("seeds/" + node.name() + ".csv", node.csv());
            } else {
                files.put("models/" + node.name() + ".sql", node.sql(written));
            }
        }
        files.put("tests/generic/not_negative.sql", NOT_NEGATIVE);
        tests().stream()
                .filter(DrawnTest::isSingular)
                .forEach(test -> files.put("tests/" + test.name() + ".sql", test.file()));
        files.put("models/models.yml", yaml());
        files.put(
                "assay_project.yml",
                "name: " + name + "\nversion: '1'\nprofile: law\nvars: {bad: " + badVariable + "}\npublish: " + publish
                        + "\n" + (quality.isEmpty() ? "" : "quality: {schema: " + quality + "}\n"));
        return files;
    }

    private String yaml() {
        Map<Boolean, List<DrawnNode>> parts =
                relations().collect(Collectors.partitioningBy(node -> node.kind() == DrawnNode.Kind.SEED));
        return "version: 2\n" + yaml("models", parts.get(false)) + yaml("seeds", parts.get(true));
    }

    private String yaml(String word, List<DrawnNode> some) {
        var lines = new StringBuilder();
        for (DrawnNode node : some) {
            String config = node.kind() == DrawnNode.Kind.SEED ? seedConfig(node) : "";
            String columns = column("id", node) + column("v", node);
            if (!config.isEmpty() || !columns.isEmpty()) {
                lines.append("  - name: " + node.name() + config + "\n"
                        + (columns.isEmpty() ? "" : "    columns:\n" + columns));
            }
        }
        return lines.isEmpty() ? "" : word + ":\n" + lines;
    }

    private String column(String column, DrawnNode node) {
        String tests = tests().stream()
                .filter(test -> test.node().equals(node.name()) && !test.isSingular())
                .filter(test -> column.equals("v") == (test.kind() == DrawnTest.Kind.NOT_NEGATIVE))
                .map(DrawnTest::yaml)
                .collect(Collectors.joining(", "));
        return tests.isEmpty() ? "" : "      - {name: " + column + ", data_tests: [" + tests + "]}\n";
    }

    private static String seedConfig(DrawnNode seed) {
        String types = "column_types: {id: integer, v: integer, me: varchar, src: varchar}";
        String place = (seed.schema().isEmpty() ? "" : ", schema: " + seed.schema())
                + (seed.alias().isEmpty() ? "" : ", alias: " + seed.alias())
                + (seed.group().isEmpty() ? "" : ", publish_group: " + seed.group());
        return "\n    config: {" + types + place + "}";
    }
}

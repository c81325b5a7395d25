package dev.assay.law;

import dev.assay.law.DrawnNode.Fault;
import dev.assay.law.DrawnNode.Kind;
import dev.assay.law.DrawnNode.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a user may change in a project between two commands, drawn by chance. */
final class Edits {

    private static final int MOST_NODES = 9;

    private final Random random;
    private final boolean isPostgres;
    private final String prefix;

    /** @param prefix of the names of all nodes, so that two projects in one schema do not meet */
    Edits(Random random, boolean isPostgres, String prefix) {
        this.random = random;
        this.isPostgres = isPostgres;
        this.prefix = prefix;
    }

    /** A small project to begin with: it is good, and most of its nodes are tested. */
    DrawnProject begin(String name, String quality) {
        var nodes = new ArrayList<DrawnNode>();
        nodes.add(tested(DrawnNode.of(prefix + "s", Kind.SEED, List.of())));
        for (String each : List.of("a", "b", "c", "d").subList(0, 2 + random.nextInt(3))) {
            nodes.add(tested(DrawnNode.of(prefix + each, kind(), parents(nodes))));
        }
        return new DrawnProject(name, List.copyOf(nodes), 0, "passing", quality);
    }

    private Kind kind() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> Kind.TABLE;
            case 4 -> isPostgres ? Kind.MATERIALIZED_VIEW : Kind.TABLE;
            case 5 -> Kind.EPHEMERAL;
            default -> Kind.VIEW;
        };
    }

    private List<String> parents(List<DrawnNode> earlier) {
        String first = one(earlier).name();
        String second = one(earlier).name();
        return first.equals(second) || random.nextInt(3) > 0 ? List.of(first) : List.of(first, second);
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private <T extends Enum<T>> T one(Class<T> some) {
        return one(List.of(some.getEnumConstants()));
    }

    private DrawnNode tested(DrawnNode node) {
        DrawnNode changed = node;
        for (int i = random.nextInt(4); i > 0; i--) {
            changed = changed.withTest(testKind(node), random.nextInt(5) == 0);
        }
        return changed;
    }

    private DrawnTest.Kind testKind(DrawnNode node) {
        DrawnTest.Kind kind = one(DrawnTest.Kind.class);
        boolean readsParent = switch (kind) {
            case RELATIONSHIPS, KNOWN_IDS, COUNTED -> true;
            default -> false;
        };
        return readsParent && node.parents().isEmpty() ? DrawnTest.Kind.NOT_NULL : kind;
    }

    DrawnProject edit(DrawnProject project) {
        DrawnNode node = one(project.nodes());
        return switch (random.nextInt(16)) {
            case 0, 1, 2 -> project.with(node.with(fault(node)));
            case 3, 4, 5 -> repaired(project);
            case 6 -> node.kind() == Kind.SEED ? project.with(node.with(Fault.NONE)) : project.with(node.with(kind()));
            case 7 -> project.with(node.toggled(trait(node)));
            case 8 -> project.with(node.withTest(testKind(node), random.nextInt(4) == 0));
            case 9 ->
                node.tests().isEmpty()
                        ? project.with(tested(node))
                        : project.with(node.withoutTest(node.tests().firstKey()));
            case 10 -> grown(project);
            case 11 -> removed(project, node);
            case 12 -> renamed(project, node);
            case 13 -> project.with(placed(node));
            case 14 -> project.withBadVariable(1 - project.badVariable());
            default ->
                random.nextBoolean()
                        ? project.withPublish(one(List.of("passing", "all", "each", "passing")))
                        : project.with(node.withGroup(one(List.of("", "", "g", "h"))));
        };
    }

    /** One node, or all of them, without what was wrong. */
    private DrawnProject repaired(DrawnProject project) {
        if (random.nextBoolean()) {
            return project.withNodes(project.nodes().stream()
                    .map(node -> node.fault() == Fault.NONE ? node : node.with(Fault.NONE))
                    .toList());
        }
        return project.with(one(project.nodes()).with(Fault.NONE));
    }

    private Fault fault(DrawnNode node) {
        Fault fault = one(Fault.class);
        boolean known = node.kind() == Kind.SEED
                ? fault != Fault.NEGATIVE_BY_VARIABLE && fault != Fault.NEGATIVE_BY_HOOK
                : fault != Fault.NEGATIVE_BY_HOOK || node.kind() == Kind.TABLE;
        return known ? fault : Fault.NEGATIVE;
    }

    private Trait trait(DrawnNode node) {
        Trait trait = one(Trait.class);
        boolean possible = switch (trait) {
            case BY_DIFFERENCE -> isPostgres;
            case SLOW -> isPostgres && node.kind() == Kind.TABLE;
            default -> true;
        };
        return possible || node.traits().contains(trait) ? trait : Trait.EXTRA_COLUMN;
    }

    private DrawnProject grown(DrawnProject project) {
        if (project.nodes().size() >= MOST_NODES) {
            return project;
        }
        String name = prefix + "n" + random.nextInt(100);
        if (project.node(name).isPresent()) {
            return project;
        }
        var nodes = new ArrayList<>(project.nodes());
        nodes.add(tested(DrawnNode.of(name, kind(), parents(project.nodes()))));
        return project.withNodes(nodes);
    }

    /** Its children read its parent instead. */
    private static DrawnProject removed(DrawnProject project, DrawnNode gone) {
        if (gone.parents().isEmpty()) {
            return project;
        }
        String instead = gone.parents().getFirst();
        return project.withNodes(project.nodes().stream()
                .filter(node -> !node.equals(gone))
                .map(node -> node.withParents(renamed(node.parents(), gone.name(), instead)))
                .toList());
    }

    private DrawnProject renamed(DrawnProject project, DrawnNode old) {
        String name = old.name().replaceFirst("_?r\\d*$", "") + "_r" + random.nextInt(10);
        if (project.node(name).isPresent()) {
            return project;
        }
        return project.withNodes(project.nodes().stream()
                .map(node -> node.equals(old) ? node.named(name) : node)
                .map(node -> node.withParents(renamed(node.parents(), old.name(), name)))
                .toList());
    }

    private static List<String> renamed(List<String> parents, String old, String name) {
        return parents.stream()
                .map(parent -> parent.equals(old) ? name : parent)
                .distinct()
                .toList();
    }

    private DrawnNode placed(DrawnNode node) {
        return random.nextBoolean()
                ? node.withPlace(node.schema().isEmpty() ? "mart" : "", node.alias())
                : node.withPlace(node.schema(), node.alias().isEmpty() ? node.name() + "_alias" : "");
    }
}

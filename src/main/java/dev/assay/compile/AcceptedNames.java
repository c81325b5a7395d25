package dev.assay.compile;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Node;
import dev.assay.manifest.Relational;
import java.util.Optional;
import java.util.stream.Stream;

/** The setting of a node that accepts names written by hand, each with a reason. */
public final class AcceptedNames {

    private static final String SETTING = "allow_names";

    private AcceptedNames() {}

    /** Whether a node accepts any name. */
    public static boolean areIn(Node node) {
        return !node.config().map(SETTING).isEmpty();
    }

    /** The first name that is accepted without a reason. */
    static Optional<Diagnostic> withoutReason(Node node) {
        return node.config().map(SETTING).entrySet().stream()
                .filter(entry -> !(entry.getValue() instanceof String reason) || reason.isBlank())
                .findFirst()
                .map(entry -> Diagnostic.error(
                                Code.WRONG_VALUE,
                                node.config().place(SETTING, node.place()),
                                "`" + SETTING + "` gives no reason for `" + entry.getKey() + "`")
                        .help("write why the name is needed: `" + SETTING + ": {" + entry.getKey()
                                + ": \"the reason\"}`"));
    }

    /** Whether a node accepts a name that it reads: as it is written, or as the relation is called. */
    static boolean holds(Node node, WrittenName name, Relational meant) {
        return holds(node, name.toString()) || holds(node, meant.relation().toString());
    }

    static boolean holds(Node node, WrittenName name) {
        return holds(node, name.toString());
    }

    /** Whether the node of a hook, or the relation that it changes, accepts the name. */
    static boolean holds(Optional<Node> node, WrittenName name, Relational changed) {
        return Stream.concat(node.stream(), Stream.of(changed)).anyMatch(each -> holds(each, name, changed));
    }

    static String help(String name, Node node) {
        // One template of a generic test serves many tests, and its problem is reported once.
        String where = node instanceof DataTest test && test.isGeneric()
                ? "the config of the test"
                : "the settings of `" + node.name() + "`";
        return "or accept the name, with a reason: `" + SETTING + ": {" + name + ": \"the reason\"}` in " + where;
    }

    private static boolean holds(Node node, String name) {
        return node.config().map(SETTING).keySet().stream().anyMatch(name::equalsIgnoreCase);
    }
}

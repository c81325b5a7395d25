package dev.assay.yaml;

import dev.assay.diagnostic.AssayBug;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.diagnostic.ProblemsFound;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** From snakeyaml's nodes to ours: anchors followed, merges merged, keys that stand twice refused. */
final class Conversion {

    /** A few anchors of anchors can stand for more values than a machine holds. */
    private static final long MOST_VALUES = 1_000_000;

    private final Places places;
    private final Map<Node, Yaml> known = new HashMap<>();
    private final IdentityHashMap<Yaml, Long> sizes = new IdentityHashMap<>();
    private final Set<Node> open = new HashSet<>();
    private final Problems problems = new Problems();

    Conversion(Places places) {
        this.places = places;
    }

    Yaml whole(Node root) {
        Yaml made = convert(root);
        problems.throwIfErrors();
        return made instanceof Yaml.Scalar scalar && scalar.plain() == null
                ? new Yaml.Mapping(List.of(), places.file().top())
                : made;
    }

    private Yaml convert(Node node) {
        Yaml already = known.get(node);
        if (already != null) {
            return already;
        }
        if (!open.add(node)) {
            throw refused(node, "an anchor that contains itself");
        }
        Yaml made = switch (node) {
            case ScalarNode scalar -> scalar(scalar);
            case SequenceNode list ->
                new Yaml.Sequence(list.getValue().stream().map(this::convert).toList(), places.span(node));
            case MappingNode mapping -> mapping(mapping);
            default -> throw new AssayBug("a YAML node of kind " + node.getNodeId());
        };
        open.remove(node);
        known.put(node, made);
        if (!(made instanceof Yaml.Scalar) && sizes.merge(made, size(made), Long::sum) > MOST_VALUES) {
            throw refused(node, "anchors that unfold to more than a million values");
        }
        return made;
    }

    private Yaml.Scalar scalar(ScalarNode node) {
        try {
            return new Yaml.Scalar(ScalarValue.of(node), node.getValue(), places.span(node));
        } catch (NumberFormatException liar) {
            throw refused(
                    node,
                    "this is no value of its type `" + node.getTag().getValue().replaceFirst(".*:", "!!") + "`");
        }
    }

    private Yaml.Mapping mapping(MappingNode node) {
        var entries = new LinkedHashMap<String, Yaml.Entry>();
        var merged = new ArrayList<Yaml.Entry>();
        for (NodeTuple tuple : node.getValue()) {
            if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
                merged.addAll(mergeEntries(tuple.getValueNode()));
            } else {
                add(entries, entry(tuple));
            }
        }
        merged.forEach(entry -> entries.putIfAbsent(entry.key(), entry));
        return new Yaml.Mapping(List.copyOf(entries.values()), places.span(node));
    }

    // A key is text whatever it looks like: `no`, `on` and `1` are names here.
    private Yaml.Entry entry(NodeTuple tuple) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            throw refused(tuple.getKeyNode(), "a key has to be a single word or text");
        }
        return new Yaml.Entry(key.getValue(), places.span(key), convert(tuple.getValueNode()));
    }

    private void add(Map<String, Yaml.Entry> entries, Yaml.Entry entry) {
        Yaml.Entry first = entries.putIfAbsent(entry.key(), entry);
        if (first != null) {
            problems.add(Diagnostic.error(
                            Code.YAML_SYNTAX, entry.keySpan(), "the key `" + entry.key() + "` stands here twice")
                    .other(first.keySpan(), "the first one"));
        }
    }

    private List<Yaml.Entry> mergeEntries(Node node) {
        Yaml given = convert(node);
        List<Yaml> mappings = given instanceof Yaml.Sequence list ? list.items() : List.of(given);
        return mappings.stream()
                .flatMap(item -> item instanceof Yaml.Mapping mapping ? mapping.entries().stream() : notMergeable(node))
                .toList();
    }

    private Stream<Yaml.Entry> notMergeable(Node node) {
        throw refused(node, "`<<` merges mappings only");
    }

    private long size(Yaml value) {
        Stream<Yaml> parts = switch (value) {
            case Yaml.Scalar scalar -> Stream.empty();
            case Yaml.Sequence list -> list.items().stream();
            case Yaml.Mapping mapping -> mapping.entries().stream().map(Yaml.Entry::value);
        };
        return 1 + parts.mapToLong(part -> sizes.getOrDefault(part, 1L)).sum();
    }

    private ProblemsFound refused(Node node, String headline) {
        return new ProblemsFound(Diagnostic.error(Code.YAML_SYNTAX, places.span(node), headline));
    }
}

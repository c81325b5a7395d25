package dev.assay.yaml;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.source.SourceFile;
import dev.assay.source.Span;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads YAML 1.1, as dbt does, keeping the place of every key and value. */
public final class YamlReader {

    private YamlReader() {}

    /** The file's one document; an empty file is an empty mapping. Wrong syntax is a problem with its place. */
    public static Yaml read(SourceFile file) {
        try {
            var options = new LoaderOptions();
            options.setCodePointLimit(Integer.MAX_VALUE);
            options.setMaxAliasesForCollections(1000);
            var parser = new ParserImpl(new StreamReader(new StringReader(file.text())), options);
            var composer = new Composer(parser, new Resolver(), options);
            Node root = composer.getSingleNode();
            return root == null ? new Yaml.Mapping(List.of(), file.top()) : new Conversion(file).convert(root);
        } catch (MarkedYAMLException refused) {
            throw new ProblemsFound(problem(file, refused));
        } catch (ReaderException refused) {
            int at = Math.min(Math.max(0, refused.getPosition()), file.text().length());
            throw new ProblemsFound(
                    Diagnostic.error(Code.YAML_SYNTAX, file.span(at, at), "a character that YAML does not allow"));
        }
    }

    /** Reads a value given on the command line: {@code --vars '{lookback_days: 3}'}. */
    public static Yaml readText(String name, String text) {
        return read(new SourceFile(name, text));
    }

    private static Diagnostic problem(SourceFile file, MarkedYAMLException refused) {
        Mark mark = refused.getProblemMark() != null ? refused.getProblemMark() : refused.getContextMark();
        int at = mark == null ? 0 : offset(file, mark);
        int end = Math.min(at + 1, file.text().length());
        boolean tab = at < file.text().length() && file.text().charAt(at) == '\t';
        var problem = Diagnostic.error(
                Code.YAML_SYNTAX,
                file.span(at, end),
                tab ? "a tab where YAML wants spaces" : "this is not YAML: " + refused.getProblem());
        if (tab) {
            return problem.help("indent with spaces");
        }
        return refused.getContext() == null ? problem : problem.note(refused.getContext());
    }

    // A mark counts code points; a text counts chars.
    static int offset(SourceFile file, Mark mark) {
        int line = Math.min(mark.getLine() + 1, file.lineCount());
        int start = file.lineStart(line);
        int column = Math.min(
                mark.getColumn(), file.text().codePointCount(start, file.text().length()));
        return file.text().offsetByCodePoints(start, column);
    }

    /** From snakeyaml's nodes to ours. */
    private static final class Conversion {

        private final SourceFile file;
        private final Map<Node, Yaml> known = new LinkedHashMap<>();
        private final Set<Node> open = new HashSet<>();
        private final Scalars scalars = new Scalars();

        Conversion(SourceFile file) {
            this.file = file;
        }

        Yaml convert(Node node) {
            Yaml already = known.get(node);
            if (already != null) {
                return already;
            }
            if (!open.add(node)) {
                throw new ProblemsFound(
                        Diagnostic.error(Code.YAML_SYNTAX, span(node), "an anchor that contains itself"));
            }
            Yaml made = switch (node) {
                case ScalarNode scalar -> new Yaml.Scalar(scalars.value(scalar), scalar.getValue(), span(node));
                case SequenceNode sequence ->
                    new Yaml.Sequence(
                            sequence.getValue().stream().map(this::convert).toList(), span(node));
                case MappingNode mapping -> mapping(mapping);
                default -> throw new IllegalStateException("a YAML node of kind " + node.getNodeId());
            };
            open.remove(node);
            known.put(node, made);
            return made;
        }

        private Yaml mapping(MappingNode node) {
            var entries = new LinkedHashMap<String, Yaml.Entry>();
            var merged = new ArrayList<Yaml.Entry>();
            for (NodeTuple tuple : node.getValue()) {
                if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
                    merged.addAll(mergeEntries(tuple.getValueNode()));
                    continue;
                }
                if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
                    throw new ProblemsFound(Diagnostic.error(
                            Code.YAML_SYNTAX, span(tuple.getKeyNode()), "a key has to be a single word or text"));
                }
                var entry = new Yaml.Entry(keyNode.getValue(), span(keyNode), convert(tuple.getValueNode()));
                Yaml.Entry first = entries.putIfAbsent(entry.key(), entry);
                if (first != null) {
                    throw new ProblemsFound(Diagnostic.error(
                                    Code.YAML_SYNTAX,
                                    entry.keySpan(),
                                    "the key `" + entry.key() + "` stands here twice")
                            .other(first.keySpan(), "the first one"));
                }
            }
            merged.forEach(entry -> entries.putIfAbsent(entry.key(), entry));
            return new Yaml.Mapping(List.copyOf(entries.values()), span(node));
        }

        private List<Yaml.Entry> mergeEntries(Node node) {
            return switch (convert(node)) {
                case Yaml.Mapping mapping -> mapping.entries();
                case Yaml.Sequence sequence ->
                    sequence.items().stream()
                            .flatMap(item -> item instanceof Yaml.Mapping mapping
                                    ? mapping.entries().stream()
                                    : java.util.stream.Stream.empty())
                            .toList();
                case Yaml.Scalar scalar ->
                    throw new ProblemsFound(
                            Diagnostic.error(Code.YAML_SYNTAX, scalar.span(), "`<<` merges mappings only"));
            };
        }

        // A block ends where the next token begins: cut the white space in between.
        private Span span(Node node) {
            int start = offset(file, node.getStartMark());
            int end = Math.max(start, offset(file, node.getEndMark()));
            while (end > start + 1 && Character.isWhitespace(file.text().charAt(end - 1))) {
                end--;
            }
            return file.span(start, end);
        }
    }

    /** Gives a scalar the type that YAML 1.1 gives it; dates stay text, as SQL wants them. */
    private static final class Scalars extends SafeConstructor {

        Scalars() {
            super(new LoaderOptions());
        }

        Object value(ScalarNode node) {
            if (node.getTag().equals(Tag.NULL)) {
                return null;
            }
            if (node.getTag().equals(Tag.BOOL)
                    || node.getTag().equals(Tag.INT)
                    || node.getTag().equals(Tag.FLOAT)) {
                Object typed = getConstructor(node).construct(node);
                return typed instanceof Integer number ? Long.valueOf(number) : typed;
            }
            return node.getValue();
        }
    }
}

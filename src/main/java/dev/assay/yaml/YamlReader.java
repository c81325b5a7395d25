package dev.assay.yaml;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.source.SourceFile;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads YAML 1.1, as dbt does, keeping the place of every key and value. */
public final class YamlReader {

    private static final int DEEPEST = 200;
    private static final int MOST_ALIASES = 10_000;

    private YamlReader() {}

    /** The file's one document; an empty file is an empty mapping. Wrong syntax is a problem with its place. */
    public static Yaml read(SourceFile file) {
        var places = new Places(file);
        try {
            var options = new LoaderOptions();
            options.setCodePointLimit(Integer.MAX_VALUE);
            options.setNestingDepthLimit(DEEPEST);
            options.setMaxAliasesForCollections(MOST_ALIASES);
            var parser = new ParserImpl(new StreamReader(file.text()), options);
            Node root = new Composer(parser, new Resolver(), options).getSingleNode();
            return root == null ? new Yaml.Mapping(List.of(), file.top()) : new Conversion(places).whole(root);
        } catch (MarkedYAMLException refused) {
            throw new ProblemsFound(SyntaxProblem.of(refused, places));
        } catch (ReaderException refused) {
            throw new ProblemsFound(SyntaxProblem.forbiddenCharacter(file));
        } catch (YAMLException refused) {
            throw new ProblemsFound(
                    Diagnostic.error(Code.YAML_SYNTAX, file.top(), "too deep for a YAML file a person would write")
                            .note("at most " + DEEPEST + " levels and " + MOST_ALIASES + " uses of anchors are read"));
        }
    }

    /**
     * The file's document, which has to be a mapping; another kind is a problem. Syntax errors are added too, so that
     * one bad file does not hide the next.
     *
     * @param what the file as its author would call it: {@code profiles.yml}
     */
    public static Fields fields(SourceFile file, String what, Problems problems) {
        try {
            return Fields.of(read(file), what, problems);
        } catch (ProblemsFound found) {
            problems.addAll(found.problems());
            return new Fields(new Yaml.Mapping(List.of(), file.top()), what, problems);
        }
    }

    /** Reads a value given on the command line: {@code --vars '{lookback_days: 3}'}. */
    public static Yaml readText(String name, String text) {
        return read(new SourceFile(name, text));
    }
}

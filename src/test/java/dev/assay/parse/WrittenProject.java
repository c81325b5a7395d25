package dev.assay.parse;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.parse.settings.Paths;
import dev.assay.project.ProjectFile;
import dev.assay.project.SourceTree;
import dev.assay.source.SourceFile;
import dev.assay.template.Call;
import dev.assay.template.Callable;
import dev.assay.template.Scope;
import dev.assay.template.Templates;
import dev.assay.yaml.Yaml;
import dev.assay.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project in memory, written file by file: the tests of this room speak of files, as users do. */
final class WrittenProject {

    private static final List<SourceFile> BUILTIN = List.of(
            new SourceFile("tests/unique.sql.ftl", "[#-- test unique(column_name): values that occur twice --]"),
            new SourceFile("tests/not_null.sql.ftl", "[#-- test not_null(column_name): rows without a value --]"),
            new SourceFile(
                    "tests/accepted_values.sql.ftl",
                    "[#-- test accepted_values(column_name, values, quote = true): other values --]"),
            new SourceFile(
                    "tests/relationships.sql.ftl", "[#-- test relationships(column_name, to, field): orphans --]"));

    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, Object> vars = new HashMap<>();

    WrittenProject file(String path, String text) {
        files.put(path, text);
        return this;
    }

    WrittenProject var(String name, Object value) {
        vars.put(name, value);
        return this;
    }

    Parsed parsed() {
        return Parser.parse(input());
    }

    Manifest manifest() {
        return parsed().manifest();
    }

    Model model(String name) {
        return (Model) resource("model.shop." + name);
    }

    Resource resource(String id) {
        return manifest().get(new ResourceId(id));
    }

    /** All problems, errors and warnings. */
    List<Diagnostic> problems() {
        try {
            return parsed().warnings();
        } catch (ProblemsFound found) {
            return found.problems();
        }
    }

    Diagnostic problem(Code code) {
        List<Diagnostic> all = problems();
        return all.stream()
                .filter(problem -> problem.code() == code)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + code.word() + " among " + all));
    }

    ParseInput input() {
        var entries = new ArrayList<SourceTree.Entry>();
        files.forEach((path, text) -> {
            if (path.contains("/")) {
                entries.add(entry(path, text));
            }
        });
        var macros = entries.stream()
                .filter(entry -> entry.kind() == SourceTree.Kind.MACRO && entry.form() == SourceTree.Form.SQL)
                .map(entry -> new Templates.MacroFile(Paths.stem(entry.path()), entry.file()))
                .toList();
        return new ParseInput(
                projectFile(),
                new SourceTree(entries),
                Templates.of(macros),
                new Scope(Map.of("var", (Callable) this::variable, "target", Map.of("schema", "dev"))),
                Naming.standard(Optional.of("db"), "dev"),
                Optional.of("db"),
                BUILTIN);
    }

    private Object variable(Call call) {
        String name = call.positional().getFirst().toString();
        if (vars.containsKey(name)) {
            return vars.get(name);
        }
        if (call.positional().size() > 1) {
            return call.positional().get(1);
        }
        throw new ProblemsFound(
                Diagnostic.error(Code.MISSING_VARIABLE, call.place(), "the variable `" + name + "` has no value"));
    }

    private static SourceTree.Entry entry(String path, String text) {
        String folder = path.substring(0, path.indexOf('/'));
        SourceTree.Kind kind = switch (folder) {
            case "models" -> SourceTree.Kind.MODEL;
            case "seeds" -> SourceTree.Kind.SEED;
            case "tests" -> SourceTree.Kind.TEST;
            case "macros" -> SourceTree.Kind.MACRO;
            case "snapshots" -> SourceTree.Kind.SNAPSHOT;
            case "analyses" -> SourceTree.Kind.ANALYSIS;
            default -> SourceTree.Kind.DOC;
        };
        SourceTree.Form form = switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "sql" -> SourceTree.Form.SQL;
            case "csv" -> SourceTree.Form.CSV;
            case "md" -> SourceTree.Form.MARKDOWN;
            default -> SourceTree.Form.YAML;
        };
        String seen = form == SourceTree.Form.CSV ? "" : text;
        String inner = path.substring(folder.length() + 1);
        return new SourceTree.Entry(kind, form, path, inner, "/disk/" + path, new SourceFile(path, seen), "sum");
    }

    private ProjectFile projectFile() {
        var file = new SourceFile("assay_project.yml", files.getOrDefault("assay_project.yml", "name: shop"));
        var mapping = (Yaml.Mapping) YamlReader.read(file);
        var configs = new LinkedHashMap<String, Yaml.Mapping>();
        mapping.entries().forEach(entry -> {
            if (entry.value() instanceof Yaml.Mapping inner) {
                configs.put(entry.key(), inner);
            }
        });
        return new ProjectFile(
                file,
                "shop",
                "1.0",
                Optional.empty(),
                Map.of(),
                configs,
                vars,
                hooks(mapping, "on-run-start"),
                hooks(mapping, "on-run-end"),
                new ProjectFile.Quality(Optional.empty(), 20, 400, 24),
                "passing",
                List.of(),
                "before",
                "target",
                Map.of(),
                List.of());
    }

    private static List<Yaml.Scalar> hooks(Yaml.Mapping mapping, String key) {
        return mapping.get(key).stream()
                .flatMap(value -> ((Yaml.Sequence) value).items().stream())
                .map(Yaml.Scalar.class::cast)
                .toList();
    }
}

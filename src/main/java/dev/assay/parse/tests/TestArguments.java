package dev.assay.parse.tests;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Spelling;
import dev.assay.manifest.Reference;
import dev.assay.parse.declarations.YamlTexts;
import dev.assay.parse.settings.Layer;
import dev.assay.parse.settings.SettingReader;
import dev.assay.parse.settings.SettingShape;
import dev.assay.parse.settings.SettingTables;
import dev.assay.quality.TestKind;
import dev.assay.quality.WrittenReference;
import dev.assay.source.Span;
import dev.assay.yaml.Fields;
import dev.assay.yaml.Keys;
import dev.assay.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells a test's arguments from its settings, and checks both against the signature of its kind. */
public final class TestArguments {

    private static final List<String> OWN = List.of("name", "description", "config", "arguments");
    private static final Pattern INNER_REFERENCE = Pattern.compile("\\$\\{[^}]*\\b(?:ref|source)\\s*\\(");

    private final TestKind kind;
    private final Fields body;
    private final YamlTexts texts;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, Span> places = new LinkedHashMap<>();
    private final List<Reference> references = new ArrayList<>();
    private final List<Yaml.Entry> settings = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    private TestArguments(TestKind kind, Fields body, YamlTexts texts) {
        this.kind = kind;
        this.body = body;
        this.texts = texts;
    }

    public static TestArguments read(TestKind kind, TestUse test, boolean underColumn, YamlTexts texts) {
        var arguments = new TestArguments(kind, test.body(), texts);
        arguments.body.mapping().entries().forEach(arguments::inline);
        arguments
                .body
                .submapping("arguments")
                .ifPresent(given -> given.entries().forEach(arguments::argument));
        arguments.checkColumn(test, underColumn);
        arguments.checkMissing(test);
        return arguments;
    }

    /** As written, references as text. */
    public Map<String, Object> values() {
        return values;
    }

    public Map<String, Span> places() {
        return places;
    }

    public List<Reference> references() {
        return references;
    }

    /** The settings that stand between the arguments, and under {@code config}. */
    public Layer config() {
        var reader = new SettingReader(SettingTables.TEST, "the config of " + body.what(), body.problems());
        Layer inline = reader.mapping(
                texts.mapping(new Yaml.Mapping(settings, body.mapping().span())));
        return body.submapping("config")
                .map(config -> inline.and(reader.mapping(texts.mapping(config))))
                .orElse(inline);
    }

    private void inline(Yaml.Entry entry) {
        if (isParameter(entry.key())) {
            argument(entry);
        } else if (SettingTables.TEST.knows(SettingReader.normal(entry.key())) && !OWN.contains(entry.key())) {
            settings.add(entry);
        } else if (!OWN.contains(entry.key())) {
            Keys known = new Keys(names())
                    .and(new Keys(OWN))
                    .and(new Keys(List.copyOf(SettingTables.TEST.shapes().keySet())));
            unknown.add(entry.key());
            body.problems().add(signature(known.unknown(entry, body.what())));
        }
    }

    private void argument(Yaml.Entry entry) {
        if (!isParameter(entry.key())) {
            unknown.add(entry.key());
            body.problems().add(signature(new Keys(names()).unknown(entry, "the arguments of " + body.what())));
            return;
        }
        if (values.containsKey(entry.key())) {
            body.problems()
                    .add(Diagnostic.error(
                                    Code.WRONG_VALUE,
                                    entry.keySpan(),
                                    "the argument `" + entry.key() + "` stands here twice")
                            .other(places.get(entry.key()), "the first one"));
            return;
        }
        Yaml value = rendered(entry.value());
        checkType(entry, value);
        values.put(entry.key(), value.plain());
        places.put(entry.key(), value.span());
        collect(entry.key(), value);
    }

    /** A reference stays as it is written; a text that hides one cannot be told what it needs. */
    private Yaml rendered(Yaml value) {
        return switch (value) {
            case Yaml.Sequence list ->
                new Yaml.Sequence(list.items().stream().map(this::rendered).toList(), list.span());
            case Yaml.Mapping mapping ->
                new Yaml.Mapping(
                        mapping.entries().stream()
                                .map(entry -> new Yaml.Entry(entry.key(), entry.keySpan(), rendered(entry.value())))
                                .toList(),
                        mapping.span());
            case Yaml.Scalar scalar when WrittenReference.of(scalar.written()).isPresent() -> scalar;
            case Yaml.Scalar scalar
            when INNER_REFERENCE.matcher(scalar.written()).find() -> {
                body.problems()
                        .add(Diagnostic.error(
                                        Code.NOT_SUPPORTED,
                                        scalar.span(),
                                        "a reference has to be the whole of an argument")
                                .help("a test of its own, in a file under tests/, can name any relation"));
                yield scalar;
            }
            case Yaml.Scalar scalar -> texts.scalar(scalar);
        };
    }

    private void collect(String argument, Yaml value) {
        switch (value) {
            case Yaml.Scalar scalar
            when scalar.plain() instanceof String text ->
                WrittenReference.ofArgument(argument, text)
                        .ifPresent(wanted -> references.add(new Reference(wanted, scalar.span(), Optional.empty())));
            case Yaml.Scalar scalar -> {}
            case Yaml.Sequence list -> list.items().forEach(item -> collect(argument, item));
            case Yaml.Mapping mapping -> mapping.entries().forEach(entry -> collect(argument, entry.value()));
        }
    }

    /** A default tells what its argument looks like; a list of values has to be one. */
    private void checkType(Yaml.Entry entry, Yaml value) {
        Object example = kind.parameters().stream()
                .filter(parameter -> parameter.name().equals(entry.key()))
                .flatMap(parameter -> parameter.defaultValue().stream())
                .findFirst()
                .orElse(entry.key().equals("values") ? List.of() : "");
        Object plain = value.plain();
        if (plain == null) {
            return;
        }
        boolean isList = plain instanceof List<?>;
        String wanted = switch (example) {
            case Boolean flag when new SettingShape.Flag().read(plain).isEmpty() -> "true or false";
            case List<?> list when !isList -> "a list";
            case Number number when isList || plain instanceof Map<?, ?> || plain instanceof Boolean -> "a number";
            default -> "";
        };
        if (!wanted.isEmpty()) {
            body.problems().add(signature(body.wrong(entry.key(), value, wanted)));
        }
    }

    private void checkColumn(TestUse test, boolean underColumn) {
        if (underColumn && values.containsKey("column_name")) {
            body.problems()
                    .add(Diagnostic.error(
                            Code.WRONG_VALUE,
                            places.get("column_name"),
                            body.what() + " stands under its column already"));
        }
        if (underColumn && !isParameter("column_name")) {
            body.problems()
                    .add(signature(Diagnostic.error(
                                    Code.WRONG_VALUE,
                                    test.place(),
                                    "`" + kind.name() + "` is a test of a whole relation, not of a column"))
                            .help("write it under the `data_tests` of the model itself"));
        }
        if (underColumn) {
            places.putIfAbsent("column_name", test.place());
        }
    }

    private void checkMissing(TestUse test) {
        kind.parameters().stream()
                .filter(TestKind.Parameter::required)
                .map(TestKind.Parameter::name)
                .filter(name -> !places.containsKey(name) && !isMisspelt(name))
                .forEach(name -> body.problems()
                        .add(signature(Diagnostic.error(
                                Code.MISSING_KEY,
                                test.place(),
                                "the test `" + kind.name() + "` needs `" + name + "`"))));
    }

    /** A misspelt argument is told of once, not as a missing one too. */
    private boolean isMisspelt(String name) {
        return unknown.stream()
                .anyMatch(key -> Spelling.near(key, List.of(name)).contains(name));
    }

    private Diagnostic signature(Diagnostic problem) {
        String parameters = names().isEmpty() ? "no arguments" : String.join(", ", names());
        return problem.note("`" + kind.name() + "` takes " + parameters);
    }

    private boolean isParameter(String name) {
        return names().contains(name);
    }

    private List<String> names() {
        return kind.parameters().stream().map(TestKind.Parameter::name).toList();
    }
}

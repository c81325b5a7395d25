package dev.assay.parse.tests;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.source.Span;
import dev.assay.yaml.Fields;
import dev.assay.yaml.Yaml;
import java.util.List;
import java.util.Optional;

/**
 * A generic test as it is written, in any of dbt's three forms: {@code - unique}, {@code - unique: {…}}, {@code - {name:
 * one_row_each, test_name: unique, …}}.
 *
 * @param place the name of its kind
 */
public record TestUse(String kind, Span place, Fields body) {

    public static Optional<TestUse> of(Yaml written, Problems problems) {
        return switch (written) {
            case Yaml.Scalar scalar
            when scalar.plain() != null ->
                Optional.of(new TestUse(
                        scalar.written(),
                        scalar.span(),
                        body(new Yaml.Mapping(List.of(), scalar.span()), scalar, problems)));
            case Yaml.Mapping mapping
            when mapping.get("test_name").orElse(null) instanceof Yaml.Scalar kind ->
                Optional.of(new TestUse(kind.written(), kind.span(), body(without(mapping), kind, problems)));
            case Yaml.Mapping mapping
            when mapping.entries().size() == 1 ->
                Optional.of(ofEntry(mapping.entries().getFirst(), problems));
            case Yaml.Mapping mapping
            when mapping.entries().size() > 1 -> {
                problems.add(severalKeys(mapping));
                yield Optional.empty();
            }
            default -> {
                problems.add(
                        Diagnostic.error(Code.WRONG_VALUE, written.span(), "the name of a test has to stand here"));
                yield Optional.empty();
            }
        };
    }

    private static TestUse ofEntry(Yaml.Entry entry, Problems problems) {
        Fields body = Fields.of(entry.value(), "test `" + entry.key() + "`", problems);
        return new TestUse(entry.key(), entry.keySpan(), body);
    }

    private static Fields body(Yaml.Mapping mapping, Yaml.Scalar kind, Problems problems) {
        return new Fields(mapping, "test `" + kind.written() + "`", problems);
    }

    private static Yaml.Mapping without(Yaml.Mapping mapping) {
        return new Yaml.Mapping(
                mapping.entries().stream()
                        .filter(entry -> !entry.key().equals("test_name"))
                        .toList(),
                mapping.span());
    }

    private static Diagnostic severalKeys(Yaml.Mapping mapping) {
        Yaml.Entry first = mapping.entries().getFirst();
        Yaml.Entry second = mapping.entries().get(1);
        return Diagnostic.error(
                        Code.WRONG_VALUE, second.keySpan(), "`" + second.key() + "` stands beside a test, not in it")
                .other(first.keySpan(), "the test")
                .help("indent it below `" + first.key() + ":`");
    }
}

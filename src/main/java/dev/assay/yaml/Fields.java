package dev.assay.yaml;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.diagnostic.Spelling;
import dev.assay.source.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mapping read by type. A value of the wrong kind becomes a problem with its place and reads as absent, so that the
 * reader goes on and one run shows all of them. A key with nothing behind it is absent.
 *
 * @param what the mapping as its author would call it: {@code a column of model `orders`}
 */
public record Fields(Yaml.Mapping mapping, String what, Problems problems) {

    /** Any value taken as a mapping; another kind is a problem, nothing at all an empty mapping. */
    public static Fields of(Yaml value, String what, Problems problems) {
        if (!(value instanceof Yaml.Mapping) && !isNothing(value)) {
            problems.add(Diagnostic.error(Code.WRONG_VALUE, value.span(), what + " has to be a mapping")
                    .label(Kind.of(value).label()));
        }
        var mapping = value instanceof Yaml.Mapping given ? given : new Yaml.Mapping(List.of(), value.span());
        return new Fields(mapping, what, problems);
    }

    /** Tells of every key that is not in the table. */
    public Fields only(Keys known) {
        known.check(mapping, what, problems);
        return this;
    }

    /** The same mapping under another name: once a model's name is read, messages can say it. */
    public Fields named(String better) {
        return new Fields(mapping, better, problems);
    }

    public boolean has(String key) {
        return value(key).isPresent();
    }

    public Optional<Yaml> value(String key) {
        return mapping.get(key).filter(value -> !isNothing(value));
    }

    /** Where the key is written; the mapping's beginning where it is not. */
    public Span place(String key) {
        return mapping.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .map(Yaml.Entry::keySpan)
                .findFirst()
                .orElseGet(this::place);
    }

    /** Where a message about the mapping as such points: its first key. */
    public Span place() {
        return mapping.entries().isEmpty()
                ? mapping.span()
                : mapping.entries().getFirst().keySpan();
    }

    /** A scalar as it was written: {@code version: 1.0} is the text {@code 1.0}. */
    public Optional<String> text(String key) {
        return scalar(key).map(Yaml.Scalar::written);
    }

    public Optional<Yaml.Scalar> scalar(String key) {
        return read(key, "text", value -> value instanceof Yaml.Scalar scalar ? Optional.of(scalar) : Optional.empty());
    }

    /** A text that has to be there. */
    public Optional<String> required(String key) {
        if (!has(key)) {
            problems.add(Diagnostic.error(Code.MISSING_KEY, place(key), what + " has no `" + key + "`"));
        }
        return text(key);
    }

    /** One of a few words. */
    public Optional<String> word(String key, List<String> words) {
        Optional<Yaml.Scalar> written = scalar(key);
        if (written.isPresent() && !words.contains(written.get().written())) {
            String list = words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
            var problem = wrong(key, written.get(), "one of " + list);
            List<String> near = Spelling.near(written.get().written(), words);
            problems.add(near.isEmpty() ? problem : problem.label("a similar word exists: `" + near.getFirst() + "`"));
            return Optional.empty();
        }
        return written.map(Yaml.Scalar::written);
    }

    /** True or false, also in quotes: a rendered variable is text. */
    public Optional<Boolean> flag(String key) {
        return read(key, "true or false", Kind::flag);
    }

    /** A whole number, also in quotes. */
    public Optional<Long> number(String key) {
        return read(key, "a whole number", Kind::number);
    }

    public Optional<Long> number(String key, long least) {
        return read(
                key,
                "a whole number, " + least + " or more",
                value -> Kind.number(value).filter(number -> number >= least));
    }

    /** A number by which a program is reached on its machine. */
    public Optional<Integer> port(String key) {
        return read(
                key,
                "a port, a whole number from 1 to 65535",
                value -> Kind.number(value)
                        .filter(number -> number >= 1 && number <= 65_535)
                        .map(Long::intValue));
    }

    /** A number with its digits as written, so that 0.1 stays 0.1. */
    public Optional<BigDecimal> decimal(String key) {
        return read(key, "a number", Kind::decimal);
    }

    /** A list of texts; one text stands for a list of one. */
    public List<String> texts(String key) {
        return scalars(key).stream().map(Yaml.Scalar::written).toList();
    }

    /** As {@link #texts}, each with its place. */
    public List<Yaml.Scalar> scalars(String key) {
        return items(key).stream().flatMap(item -> scalarItem(key, item)).toList();
    }

    private Stream<Yaml.Scalar> scalarItem(String key, Yaml item) {
        if (item instanceof Yaml.Scalar scalar && scalar.plain() != null) {
            return Stream.of(scalar);
        }
        problems.add(wrong(key, item, "a list of texts"));
        return Stream.empty();
    }

    /** The items of a list; a single value stands for a list of one, nothing for an empty one. */
    public List<Yaml> items(String key) {
        return value(key)
                .map(value -> value instanceof Yaml.Sequence list ? list.items() : List.of(value))
                .orElse(List.of());
    }

    /** A list of mappings: columns, tables, tests. */
    public List<Fields> each(String key, String eachIs) {
        Optional<Yaml.Sequence> list = read(
                key, "a list", value -> value instanceof Yaml.Sequence found ? Optional.of(found) : Optional.empty());
        return list.stream()
                .flatMap(found -> found.items().stream())
                .flatMap(item -> {
                    Fields fields = of(item, eachIs, problems);
                    // What is no mapping has been told of; that it lacks keys too would be noise.
                    return item instanceof Yaml.Mapping || isNothing(item) ? Stream.of(fields) : Stream.empty();
                })
                .toList();
    }

    public Optional<Yaml.Mapping> submapping(String key) {
        return read(
                key, "a mapping", value -> value instanceof Yaml.Mapping found ? Optional.of(found) : Optional.empty());
    }

    /** A mapping below a key; an empty one where it is absent. */
    public Fields fields(String key, String itIs) {
        return new Fields(submapping(key).orElseGet(() -> new Yaml.Mapping(List.of(), place(key))), itIs, problems);
    }

    /** The problem of a value of this mapping that is not what it has to be; not yet added. */
    public Diagnostic wrong(String key, Yaml value, String hasToBe) {
        return Diagnostic.error(Code.WRONG_VALUE, value.span(), "`" + key + "` in " + what + " has to be " + hasToBe)
                .label(Kind.of(value).label());
    }

    private <T> Optional<T> read(String key, String hasToBe, Function<Yaml, Optional<T>> reading) {
        Optional<Yaml> value = value(key);
        Optional<T> typed = value.flatMap(reading);
        if (value.isPresent() && typed.isEmpty()) {
            problems.add(wrong(key, value.get(), hasToBe));
        }
        return typed;
    }

    private static boolean isNothing(Yaml value) {
        return value instanceof Yaml.Scalar scalar && scalar.plain() == null;
    }
}

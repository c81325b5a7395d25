package dev.assay.select;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.source.Span;
import dev.assay.yaml.Fields;
import dev.assay.yaml.Keys;
import dev.assay.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a definition of {@code selectors.yml}: a text as on the command line, one pair of method and value, a full one with
 * pluses as keys, or a {@code union} or {@code intersection} of such.
 */
record DefinitionReader(Problems problems, String what) {

    private static final Keys TERM = Keys.of(
            "method",
            "value",
            "parents",
            "parents_depth",
            "children",
            "children_depth",
            "childrens_parents",
            "indirect_selection",
            "exclude");

    Optional<Expression> read(Yaml definition) {
        return switch (definition) {
            case Yaml.Scalar text when text.plain() != null -> text(text);
            case Yaml.Mapping mapping -> mapping(mapping);
            case Yaml.Scalar nothing -> wrong(nothing, "a definition in " + what + " says nothing");
            case Yaml.Sequence list ->
                problem(Diagnostic.error(
                                Code.WRONG_VALUE,
                                list.span(),
                                "a definition in " + what + " has to be text or a mapping")
                        .label("this is a list")
                        .help("write `union:` above it for any of them, `intersection:` for what all of them match"));
        };
    }

    private Optional<Expression> text(Yaml.Scalar scalar) {
        int before = problems.all().size();
        List<Expression> parts = new Grammar(problems).read(scalar.written(), places(scalar));
        if (parts.isEmpty() && problems.all().size() == before) {
            return wrong(scalar, "a definition in " + what + " says nothing");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(Expression.anyOf(parts));
    }

    /** Points into the text where it stands as it was written, else at all of it. */
    private static Grammar.Places places(Yaml.Scalar scalar) {
        int inside = scalar.span().text().indexOf(scalar.written());
        return inside < 0
                ? (start, end) -> scalar.span()
                : (start, end) -> scalar.span()
                        .file()
                        .span(
                                scalar.span().start() + inside + start,
                                scalar.span().start() + inside + end);
    }

    private Optional<Expression> mapping(Yaml.Mapping mapping) {
        var fields = new Fields(mapping, "a definition in " + what, problems);
        for (String operator : List.of("union", "intersection")) {
            if (fields.has(operator)) {
                return combined(fields.only(Keys.of(operator, "exclude")), operator);
            }
        }
        if (fields.has("method") || fields.has("value")) {
            return term(fields.only(TERM));
        }
        if (mapping.entries().size() == 1) {
            return pair(mapping.entries().getFirst());
        }
        return problem(Diagnostic.error(
                        Code.WRONG_VALUE, fields.place(), "a definition in " + what + " is one method with its value")
                .help("write `method:` and `value:`, or combine several definitions with `union:` or `intersection:`"));
    }

    private Optional<Expression> combined(Fields fields, String operator) {
        var parts = new ArrayList<Expression>();
        var excluded = new ArrayList<Expression>(excluded(fields));
        for (Yaml item : fields.items(operator)) {
            if (item instanceof Yaml.Mapping mapping
                    && mapping.entries().size() == 1
                    && mapping.get("exclude").isPresent()) {
                excluded.addAll(excluded(new Fields(mapping, fields.what(), problems)));
            } else {
                read(item).ifPresent(parts::add);
            }
        }
        if (parts.isEmpty()) {
            return problem(Diagnostic.error(
                    Code.WRONG_VALUE,
                    fields.place(operator),
                    "`" + operator + "` in " + fields.what() + " names nothing"));
        }
        Expression all =
                operator.equals("union") ? Expression.anyOf(parts) : Expression.allOf(parts, fields.place(operator));
        return Optional.of(without(all, excluded));
    }

    private Optional<Expression> pair(Yaml.Entry entry) {
        if (!(entry.value() instanceof Yaml.Scalar value) || value.plain() == null) {
            return problem(Diagnostic.error(
                    Code.WRONG_VALUE, entry.value().span(), "`" + entry.key() + "` in " + what + " wants one value"));
        }
        Span place = value.span();
        return new Grammar(problems).term(Term.of(entry.key(), value.written()), place, Optional.empty());
    }

    private Optional<Expression> term(Fields fields) {
        Optional<String> method = fields.required("method");
        Optional<Yaml.Scalar> value = fields.required("value").flatMap(written -> fields.scalar("value"));
        boolean family = fields.flag("childrens_parents").orElse(false);
        Reach parents = reach(fields, "parents");
        Reach children = reach(fields, "children");
        Optional<Indirect> indirect =
                fields.word("indirect_selection", Indirect.words()).flatMap(Indirect::of);
        List<Expression> excluded = excluded(fields);
        if (method.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        var term = new Term(family, parents, method, value.get().written(), children);
        return new Grammar(problems).term(term, value.get().span(), indirect).map(leaf -> without(leaf, excluded));
    }

    // As in dbt a depth alone asks for nothing: whether is one key, how far is another.
    private static Reach reach(Fields fields, String direction) {
        Reach far = fields.number(direction + "_depth", 0)
                .map(steps -> Reach.of(String.valueOf(steps)))
                .orElse(Reach.ALL);
        return fields.flag(direction).orElse(false) ? far : Reach.NONE;
    }

    private List<Expression> excluded(Fields fields) {
        return fields.items("exclude").stream()
                .flatMap(item -> read(item).stream())
                .toList();
    }

    private static Expression without(Expression all, List<Expression> excluded) {
        return excluded.isEmpty() ? all : new Expression.Difference(all, Expression.anyOf(excluded));
    }

    private Optional<Expression> wrong(Yaml value, String headline) {
        return problem(Diagnostic.error(Code.WRONG_VALUE, value.span(), headline));
    }

    private Optional<Expression> problem(Diagnostic problem) {
        problems.add(problem);
        return Optional.empty();
    }
}

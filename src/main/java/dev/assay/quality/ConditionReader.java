package dev.assay.quality;

import dev.assay.quality.Condition.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a comparison as dbt's users write it, {@code > 10}, and as ours may, {@code > 5%}. It is read here and never
 * spliced into SQL, so a wrong one is found before anything runs.
 *
 * <pre>
 * either:     both ("or" both)*
 * both:       single ("and" single)*
 * single:     "not" single | "(" either ")" | "failures"? comparison
 * comparison: operator bound | "between" bound "and" bound | "in" "(" bound ("," bound)* ")"
 * bound:      number "%"?
 * </pre>
 */
final class ConditionReader {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:([-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+))|(<=|>=|<>|!=|==|=|<|>|[%(),])|([A-Za-z_]+)|(\\S))");
    private static final Map<String, Operator> OPERATORS = Map.of(
            "=", Operator.EQUAL,
            "==", Operator.EQUAL,
            "!=", Operator.UNEQUAL,
            "<>", Operator.UNEQUAL,
            "<", Operator.LESS,
            "<=", Operator.AT_MOST,
            ">", Operator.MORE,
            ">=", Operator.AT_LEAST);
    // Far more than anybody writes, far less than what would overflow the stack.
    private static final int MOST_TOKENS = 500;

    private final List<String> tokens;
    private int next;

    private ConditionReader(List<String> tokens) {
        this.tokens = tokens;
    }

    /** The condition, or empty where the text is none. */
    static Optional<Condition> read(String written) {
        var tokens = new ArrayList<String>();
        Matcher matcher = TOKEN.matcher(written.strip());
        while (matcher.lookingAt()) {
            tokens.add(matcher.group().strip().toLowerCase(Locale.ROOT));
            matcher.region(matcher.end(), matcher.regionEnd());
        }
        if (tokens.size() > MOST_TOKENS) {
            return Optional.empty();
        }
        try {
            var reader = new ConditionReader(tokens);
            Condition condition = reader.either();
            return reader.next == tokens.size() ? Optional.of(condition) : Optional.empty();
        } catch (Unreadable wrong) {
            return Optional.empty();
        }
    }

    private Condition either() {
        Condition condition = both();
        while (take("or")) {
            condition = new Condition.Either(condition, both());
        }
        return condition;
    }

    private Condition both() {
        Condition condition = single();
        while (take("and")) {
            condition = new Condition.Both(condition, single());
        }
        return condition;
    }

    private Condition single() {
        if (take("not")) {
            return new Condition.Not(single());
        }
        if (take("(")) {
            Condition inner = either();
            expect(")");
            return inner;
        }
        take("failures");
        return take("not") ? new Condition.Not(comparison()) : comparison();
    }

    private Condition comparison() {
        if (take("between")) {
            Bound low = bound();
            expect("and");
            return new Condition.Between(low, bound());
        }
        if (take("in")) {
            expect("(");
            var bounds = new ArrayList<Bound>(List.of(bound()));
            while (take(",")) {
                bounds.add(bound());
            }
            expect(")");
            return new Condition.OneOf(bounds);
        }
        Operator operator = OPERATORS.get(token());
        if (operator == null) {
            throw new Unreadable();
        }
        return new Condition.Compared(operator, bound());
    }

    private Bound bound() {
        String token = token();
        if (token.chars().noneMatch(Character::isDigit)) {
            throw new Unreadable();
        }
        return new Bound(new BigDecimal(token), take("%"));
    }

    private String token() {
        return next < tokens.size() ? tokens.get(next++) : "";
    }

    private boolean take(String wanted) {
        boolean there = next < tokens.size() && tokens.get(next).equals(wanted);
        next += there ? 1 : 0;
        return there;
    }

    private void expect(String wanted) {
        if (!take(wanted)) {
            throw new Unreadable();
        }
    }

    /** Leaves the descent; never leaves this file. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable() {
            super("", null, false, false);
        }
    }
}

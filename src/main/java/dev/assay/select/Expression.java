package dev.assay.select;

import dev.assay.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is asked for: terms, and how they are combined. Printing what came from the command line gives its words. */
sealed interface Expression {

    /** The terms in it, in the order written. */
    Stream<Leaf> leaves();

    /** All there is: what no term at all asks for. */
    record Everything() implements Expression {

        @Override
        public Stream<Leaf> leaves() {
            return Stream.empty();
        }

        @Override
        public String toString() {
            return "*";
        }
    }

    /** @param indirect the mode that the definition asks for; empty where the command's holds */
    record Leaf(Term term, Span place, Optional<Indirect> indirect) implements Expression {

        @Override
        public Stream<Leaf> leaves() {
            return Stream.of(this);
        }

        @Override
        public String toString() {
            return term.toString();
        }
    }

    record Union(List<Expression> parts) implements Expression {

        public Union {
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<Leaf> leaves() {
            return parts.stream().flatMap(Expression::leaves);
        }

        @Override
        public String toString() {
            return parts.stream().map(Expression::toString).collect(Collectors.joining(" "));
        }
    }

    record Intersection(List<Expression> parts, Span place) implements Expression {

        public Intersection {
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<Leaf> leaves() {
            return parts.stream().flatMap(Expression::leaves);
        }

        @Override
        public String toString() {
            return parts.stream().map(Expression::toString).collect(Collectors.joining(","));
        }
    }

    record Difference(Expression from, Expression without) implements Expression {

        @Override
        public Stream<Leaf> leaves() {
            return Stream.concat(from.leaves(), without.leaves());
        }

        @Override
        public String toString() {
            return from + " --exclude " + without;
        }
    }

    /** Several of which any will do; one alone is itself. */
    static Expression anyOf(List<Expression> parts) {
        return parts.size() == 1 ? parts.getFirst() : new Union(parts);
    }

    static Expression allOf(List<Expression> parts, Span place) {
        return parts.size() == 1 ? parts.getFirst() : new Intersection(parts, place);
    }
}

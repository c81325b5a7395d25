package dev.assay.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A question about a failure number, such as {@code > 10} or {@code between 1 and 5}. */
public sealed interface Condition {

    /** @param rows how many rows were tested; only percentages look at it */
    boolean holds(BigDecimal failures, long rows);

    /** Whether the answer depends on how many rows were tested. */
    default boolean needsRows() {
        return bounds().anyMatch(Bound::share);
    }

    /** How many failures do not yet meet it, where that is one number. */
    default OptionalLong allowed(long rows) {
        return OptionalLong.empty();
    }

    /** Where the answer may change as the failure number grows. */
    Stream<Bound> bounds();

    /** Whether it holds for a whole number of failures from zero up to this one. */
    default boolean canHoldUpTo(long most) {
        Stream<BigDecimal> near = bounds().map(bound -> bound.number().setScale(0, RoundingMode.FLOOR))
                .flatMap(floor -> Stream.of(-1, 0, 1, 2).map(step -> floor.add(BigDecimal.valueOf(step))));
        return Stream.concat(Stream.of(BigDecimal.ZERO, BigDecimal.valueOf(most)), near)
                .filter(failures -> failures.signum() >= 0 && failures.compareTo(BigDecimal.valueOf(most)) <= 0)
                .anyMatch(failures -> holds(failures, 0));
    }

    enum Operator {
        EQUAL,
        UNEQUAL,
        LESS,
        AT_MOST,
        MORE,
        AT_LEAST
    }

    record Compared(Operator operator, Bound bound) implements Condition {

        @Override
        public boolean holds(BigDecimal failures, long rows) {
            int order = bound.compare(failures, rows);
            return switch (operator) {
                case EQUAL -> order == 0;
                case UNEQUAL -> order != 0;
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case MORE -> order > 0;
                case AT_LEAST -> order >= 0;
            };
        }

        @Override
        public Stream<Bound> bounds() {
            return Stream.of(bound);
        }

        @Override
        public OptionalLong allowed(long rows) {
            BigDecimal limit = bound.of(rows);
            return switch (operator) {
                case MORE ->
                    OptionalLong.of(limit.setScale(0, RoundingMode.FLOOR).longValue());
                case AT_LEAST ->
                    OptionalLong.of(limit.setScale(0, RoundingMode.CEILING).longValue() - 1);
                default -> OptionalLong.empty();
            };
        }
    }

    /** Both ends belong to it, as in SQL. */
    record Between(Bound low, Bound high) implements Condition {

        @Override
        public boolean holds(BigDecimal failures, long rows) {
            return low.compare(failures, rows) >= 0 && high.compare(failures, rows) <= 0;
        }

        @Override
        public Stream<Bound> bounds() {
            return Stream.of(low, high);
        }
    }

    record OneOf(List<Bound> numbers) implements Condition {

        public OneOf {
            numbers = List.copyOf(numbers);
        }

        @Override
        public boolean holds(BigDecimal failures, long rows) {
            return numbers.stream().anyMatch(bound -> bound.compare(failures, rows) == 0);
        }

        @Override
        public Stream<Bound> bounds() {
            return numbers.stream();
        }
    }

    record Not(Condition condition) implements Condition {

        @Override
        public boolean holds(BigDecimal failures, long rows) {
            return !condition.holds(failures, rows);
        }

        @Override
        public Stream<Bound> bounds() {
            return condition.bounds();
        }
    }

    record Both(Condition first, Condition second) implements Condition {

        @Override
        public boolean holds(BigDecimal failures, long rows) {
            return first.holds(failures, rows) && second.holds(failures, rows);
        }

        @Override
        public Stream<Bound> bounds() {
            return Stream.concat(first.bounds(), second.bounds());
        }
    }

    record Either(Condition first, Condition second) implements Condition {

        @Override
        public boolean holds(BigDecimal failures, long rows) {
            return first.holds(failures, rows) || second.holds(failures, rows);
        }

        @Override
        public Stream<Bound> bounds() {
            return Stream.concat(first.bounds(), second.bounds());
        }
    }
}

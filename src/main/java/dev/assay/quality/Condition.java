package dev.assay.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalLong;

/** A question about a failure number, such as {@code > 10} or {@code between 1 and 5}. */
public sealed interface Condition {

    /** @param rows how many rows were tested; only percentages look at it */
    boolean holds(BigDecimal failures, long rows);

    /** Whether the answer depends on how many rows were tested. */
    boolean needsRows();

    /** How many failures do not yet meet it, where that is one number. */
    default OptionalLong allowed(long rows) {
        return OptionalLong.empty();
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
        public boolean needsRows() {
            return bound.share();
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
        public boolean needsRows() {
            return low.share() || high.share();
        }
    }

    record OneOf(List<Bound> bounds) implements Condition {

        public OneOf {
            bounds = List.copyOf(bounds);
        }

        @Override
        public boolean holds(BigDecimal failures, long rows) {
            return bounds.stream().anyMatch(bound -> bound.compare(failures, rows) == 0);
        }

        @Override
        public boolean needsRows() {
            return bounds.stream().anyMatch(Bound::share);
        }
    }

    record Not(Condition condition) implements Condition {

        @Override
        public boolean holds(BigDecimal failures, long rows) {
            return !condition.holds(failures, rows);
        }

        @Override
        public boolean needsRows() {
            return condition.needsRows();
        }
    }

    record Both(Condition first, Condition second) implements Condition {

        @Override
        public boolean holds(BigDecimal failures, long rows) {
            return first.holds(failures, rows) && second.holds(failures, rows);
        }

        @Override
        public boolean needsRows() {
            return first.needsRows() || second.needsRows();
        }
    }

    record Either(Condition first, Condition second) implements Condition {

        @Override
        public boolean holds(BigDecimal failures, long rows) {
            return first.holds(failures, rows) || second.holds(failures, rows);
        }

        @Override
        public boolean needsRows() {
            return first.needsRows() || second.needsRows();
        }
    }
}

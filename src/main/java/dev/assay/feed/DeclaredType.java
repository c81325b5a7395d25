package dev.assay.feed;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a declared type asks of a cell, as far as its words are known; what others mean, the warehouse knows.
 *
 * @param wanted for people: {@code integer}
 * @param bits of a whole number
 * @param wholeDigits before the point of a decimal
 */
record DeclaredType(Kind kind, String wanted, int bits, OptionalInt wholeDigits) implements CellJudge {

    enum Kind {
        WHOLE,
        NUMBER,
        TRUTH,
        DATE,
        MOMENT,
        ZONED_MOMENT,
        ANY
    }

    private static final Pattern WORDS =
            Pattern.compile("([a-z0-9_ ]+?)\\s*(?:\\(\\s*(\\d+)\\s*(?:,\\s*(\\d+)\\s*)?\\))?");
    private static final Set<String> TRUE_OR_FALSE = Set.of("true", "false", "t", "f", "1", "0", "yes", "no", "y", "n");
    private static final Set<String> NO_FINITE_NUMBER =
            Set.of("nan", "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity");

    static DeclaredType of(String words) {
        Matcher parts = WORDS.matcher(words.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return plain(Kind.ANY, words);
        }
        return switch (parts.group(1)) {
            case "tinyint", "int1" -> new DeclaredType(Kind.WHOLE, words, 8, OptionalInt.empty());
            case "smallint", "int2", "short" -> new DeclaredType(Kind.WHOLE, words, 16, OptionalInt.empty());
            case "integer", "int", "int4", "signed" -> new DeclaredType(Kind.WHOLE, words, 32, OptionalInt.empty());
            case "bigint", "int8", "long" -> new DeclaredType(Kind.WHOLE, words, 64, OptionalInt.empty());
            case "decimal", "numeric", "number" -> new DeclaredType(Kind.NUMBER, words, 0, wholeDigits(parts));
            case "real", "float", "float4", "float8", "double", "double precision" -> plain(Kind.NUMBER, words);
            case "boolean", "bool", "logical" -> plain(Kind.TRUTH, words);
            case "date" -> plain(Kind.DATE, words);
            case "timestamp", "datetime", "timestamp without time zone" -> plain(Kind.MOMENT, words);
            case "timestamptz", "timestamp with time zone" -> plain(Kind.ZONED_MOMENT, words);
            default -> plain(Kind.ANY, words);
        };
    }

    private static DeclaredType plain(Kind kind, String words) {
        return new DeclaredType(kind, words, 0, OptionalInt.empty());
    }

    private static OptionalInt wholeDigits(Matcher parts) {
        if (parts.group(2) == null) {
            return OptionalInt.empty();
        }
        int scale = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
        return OptionalInt.of(Integer.parseInt(parts.group(2)) - scale);
    }

    @Override
    public boolean takes(CsvRow row, int cell, CellShape shape) {
        if (kind == Kind.ANY) {
            return true;
        }
        Shape seen = shape.of(row.bytes(), row.from(cell), row.to(cell));
        return switch (kind) {
            case WHOLE -> seen == Shape.WHOLE && shape.fits(bits);
            case NUMBER -> isNumber(seen, row, cell, shape);
            case TRUTH ->
                seen == Shape.TRUTH
                        || TRUE_OR_FALSE.contains(row.text(cell).strip().toLowerCase(Locale.ROOT));
            case DATE -> seen == Shape.DATE;
            case MOMENT -> seen == Shape.DATE || seen == Shape.MOMENT;
            case ZONED_MOMENT -> seen == Shape.DATE || seen == Shape.MOMENT || seen == Shape.ZONED_MOMENT;
            case ANY -> true;
        };
    }

    private boolean isNumber(Shape seen, CsvRow row, int cell, CellShape shape) {
        return switch (seen) {
            case WHOLE, FRACTION -> wholeDigits.isEmpty() || shape.significantDigits() <= wholeDigits.getAsInt();
            case EXPONENT -> true;
            case OTHER ->
                wholeDigits.isEmpty()
                        && NO_FINITE_NUMBER.contains(row.text(cell).strip().toLowerCase(Locale.ROOT));
            case TRUTH, DATE, MOMENT, ZONED_MOMENT -> false;
        };
    }
}

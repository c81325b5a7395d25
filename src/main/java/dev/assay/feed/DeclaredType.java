package dev.assay.feed;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a declared type asks of a cell, as far as its words are known; what others mean, the warehouse knows.
 *
 * @param wanted for people: {@code integer}
 * @param range of a whole number
 * @param wholeDigits before the point of a decimal
 * @param scale digits behind the point of a decimal; a warehouse would round others without a word
 */
record DeclaredType(Kind kind, String wanted, Optional<WholeRange> range, OptionalInt wholeDigits, OptionalInt scale)
        implements CellJudge {

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

    /** @param plainScale of a decimal without numbers */
    static DeclaredType of(String words, OptionalInt plainScale) {
        Matcher parts = WORDS.matcher(words.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return plain(Kind.ANY, words);
        }
        Optional<WholeRange> range = WholeRange.of(parts.group(1));
        if (range.isPresent()) {
            return new DeclaredType(Kind.WHOLE, words, range, OptionalInt.empty(), OptionalInt.empty());
        }
        return switch (parts.group(1)) {
            case "bignum", "varint" -> plain(Kind.WHOLE, words);
            case "decimal", "dec", "numeric", "number" -> decimal(words, parts, plainScale);
            case "real", "float", "float4", "float8", "double", "double precision" -> plain(Kind.NUMBER, words);
            case "boolean", "bool", "logical" -> plain(Kind.TRUTH, words);
            case "date" -> plain(Kind.DATE, words);
            case "timestamp", "datetime", "timestamp without time zone" -> plain(Kind.MOMENT, words);
            case "timestamptz", "timestamp with time zone" -> plain(Kind.ZONED_MOMENT, words);
            default -> plain(Kind.ANY, words);
        };
    }

    private static DeclaredType plain(Kind kind, String words) {
        return new DeclaredType(kind, words, Optional.empty(), OptionalInt.empty(), OptionalInt.empty());
    }

    private static DeclaredType decimal(String words, Matcher parts, OptionalInt plainScale) {
        if (parts.group(2) == null) {
            return new DeclaredType(Kind.NUMBER, words, Optional.empty(), OptionalInt.empty(), plainScale);
        }
        int scale = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
        var wholeDigits = OptionalInt.of(Integer.parseInt(parts.group(2)) - scale);
        return new DeclaredType(Kind.NUMBER, words, Optional.empty(), wholeDigits, OptionalInt.of(scale));
    }

    @Override
    public boolean takes(CsvRow row, int cell, CellShape shape) {
        if (kind == Kind.ANY) {
            return true;
        }
        CellForm seen = shape.of(row.bytes(), row.from(cell), row.to(cell));
        return switch (kind) {
            case WHOLE ->
                seen == CellForm.WHOLE && (range.isEmpty() || range.get().holds(row, cell, shape));
            case NUMBER -> isNumber(seen, row, cell, shape);
            case TRUTH ->
                seen == CellForm.TRUTH
                        || TRUE_OR_FALSE.contains(row.text(cell).strip().toLowerCase(Locale.ROOT));
            case DATE -> seen == CellForm.DATE;
            case MOMENT -> seen == CellForm.DATE || seen == CellForm.MOMENT;
            case ZONED_MOMENT -> seen == CellForm.DATE || seen == CellForm.MOMENT || seen == CellForm.ZONED_MOMENT;
            case ANY -> true;
        };
    }

    private boolean isNumber(CellForm seen, CsvRow row, int cell, CellShape shape) {
        return switch (seen) {
            case WHOLE, FRACTION ->
                hasRoom(shape.significantDigits())
                        && (scale.isEmpty()
                                || shape.scale() <= scale.getAsInt()
                                || shape.significantScale() <= scale.getAsInt());
            case EXPONENT ->
                scale.isEmpty() || isKept(new BigDecimal(row.text(cell).strip()).stripTrailingZeros());
            case OTHER ->
                wholeDigits.isEmpty()
                        && NO_FINITE_NUMBER.contains(row.text(cell).strip().toLowerCase(Locale.ROOT));
            case TRUTH, DATE, MOMENT, ZONED_MOMENT -> false;
        };
    }

    private boolean hasRoom(int digits) {
        return wholeDigits.isEmpty() || digits <= wholeDigits.getAsInt();
    }

    private boolean isKept(BigDecimal value) {
        return value.scale() <= scale.getAsInt() && hasRoom(Math.max(0, value.precision() - value.scale()));
    }
}

package dev.assay.feed;

import java.util.EnumSet;
import java.util.Set;

/** All that the cells of a column have shown, and the one type that holds each of them as written. */
final class ColumnEvidence {

    private static final int LONGEST_DECIMAL = 38;
    private static final int SHORT_DECIMAL = 18;

    private final Set<Shape> seen = EnumSet.noneOf(Shape.class);
    private boolean codes;
    private boolean fits32 = true;
    private boolean fits64 = true;
    private int wholeDigits;
    private int scale;
    private boolean text;

    /** Whether further cells cannot change the type. */
    boolean isDecided() {
        return text;
    }

    void addText() {
        text = true;
    }

    void add(Shape shape, CellShape cell) {
        seen.add(shape);
        switch (shape) {
            case OTHER -> text = true;
            case WHOLE -> {
                fits32 = fits32 && cell.fits(32);
                fits64 = fits64 && cell.fits(64);
                addDigits(cell);
            }
            case FRACTION, EXPONENT -> addDigits(cell);
            case TRUTH, DATE, MOMENT, ZONED_MOMENT -> {
                // These need no more than to be seen.
            }
        }
    }

    private void addDigits(CellShape cell) {
        wholeDigits = Math.max(wholeDigits, cell.wholeDigits());
        scale = Math.max(scale, cell.scale());
        codes = codes || cell.isCode();
        text = text || codes;
    }

    FeedType type() {
        if (text || seen.isEmpty()) {
            return new FeedType.Text();
        }
        if (isOnly(Shape.TRUTH)) {
            return new FeedType.Bool();
        }
        if (isOnly(Shape.DATE)) {
            return new FeedType.Date();
        }
        if (isOnly(Shape.DATE, Shape.MOMENT)) {
            return new FeedType.Timestamp();
        }
        if (isOnly(Shape.ZONED_MOMENT)) {
            return new FeedType.ZonedTimestamp();
        }
        return isOnly(Shape.WHOLE, Shape.FRACTION, Shape.EXPONENT) ? number() : new FeedType.Text();
    }

    private FeedType number() {
        int digits = wholeDigits + scale;
        if (isOnly(Shape.WHOLE)) {
            return whole();
        }
        return seen.contains(Shape.EXPONENT) || digits > LONGEST_DECIMAL
                ? new FeedType.Floating()
                : new FeedType.Decimal(digits <= SHORT_DECIMAL ? SHORT_DECIMAL : LONGEST_DECIMAL, scale);
    }

    private FeedType whole() {
        if (fits32) {
            return new FeedType.Int();
        }
        if (fits64) {
            return new FeedType.BigInt();
        }
        return wholeDigits <= LONGEST_DECIMAL ? new FeedType.Decimal(LONGEST_DECIMAL, 0) : new FeedType.Text();
    }

    private boolean isOnly(Shape... shapes) {
        return Set.of(shapes).containsAll(seen);
    }
}

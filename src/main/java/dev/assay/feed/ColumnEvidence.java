package dev.assay.feed;

/** All that the cells of a column have shown, and the one type that holds each of them as written. */
final class ColumnEvidence implements CellJudge {

    private static final int LONGEST_DECIMAL = 38;
    private static final int SHORT_DECIMAL = 18;
    // A double holds no number of more digits than these before the point; it makes infinity of them.
    private static final int LONGEST_DOUBLE = 308;
    // So many digits always fit into 32 bits.
    private static final int SHORT_NUMBER = 9;
    private static final int WHOLE = CellForm.WHOLE.bit();

    // A bit for each shape: this is asked of every cell of a file.
    private int seen;
    private boolean codes;
    private boolean fits32 = true;
    private boolean fits64 = true;
    private int wholeDigits;
    private int scale;
    private boolean text;

    /** Any cell may stand in a column of which nothing is declared. */
    @Override
    public boolean takes(CsvRow row, int cell, CellShape shape) {
        if (!text) {
            if (row.isDoubled(cell)) {
                text = true;
            } else if (!isShortNumber(row.bytes(), row.from(cell), row.to(cell))) {
                add(shape.of(row.bytes(), row.from(cell), row.to(cell)), shape);
            }
        }
        return true;
    }

    /** Most cells that are not text are a few digits: they are told without looking for anything else. */
    private boolean isShortNumber(byte[] bytes, int from, int to) {
        int digits = to - from;
        if (digits == 0 || digits > SHORT_NUMBER || (digits > 1 && bytes[from] == '0')) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        seen |= WHOLE;
        if (digits > wholeDigits) {
            wholeDigits = digits;
        }
        return true;
    }

    private void add(CellForm shape, CellShape cell) {
        seen |= shape.bit();
        if (shape == CellForm.WHOLE) {
            fits32 = fits32 && cell.fits(32);
            fits64 = fits64 && (fits32 || cell.fits(64));
            addDigits(cell);
        } else if (shape == CellForm.FRACTION || shape == CellForm.EXPONENT) {
            addDigits(cell);
        } else if (shape == CellForm.OTHER) {
            text = true;
        }
    }

    private void addDigits(CellShape cell) {
        wholeDigits = Math.max(wholeDigits, cell.wholeDigits());
        scale = Math.max(scale, cell.scale());
        codes = codes || cell.isCode();
        text = text || codes;
    }

    /** What the same column has shown elsewhere in the file counts as much. */
    void join(ColumnEvidence other) {
        seen |= other.seen;
        codes |= other.codes;
        fits32 &= other.fits32;
        fits64 &= other.fits64;
        wholeDigits = Math.max(wholeDigits, other.wholeDigits);
        scale = Math.max(scale, other.scale);
        text |= other.text;
    }

    FeedType type() {
        if (text || seen == 0) {
            return new FeedType.Text();
        }
        if (isOnly(CellForm.TRUTH)) {
            return new FeedType.Bool();
        }
        if (isOnly(CellForm.DATE)) {
            return new FeedType.Date();
        }
        if (isOnly(CellForm.DATE, CellForm.MOMENT)) {
            return new FeedType.Timestamp();
        }
        if (isOnly(CellForm.ZONED_MOMENT)) {
            return new FeedType.ZonedTimestamp();
        }
        return isOnly(CellForm.WHOLE, CellForm.FRACTION, CellForm.EXPONENT) ? number() : new FeedType.Text();
    }

    private FeedType number() {
        int digits = wholeDigits + scale;
        if (isOnly(CellForm.WHOLE)) {
            return whole();
        }
        if (wholeDigits > LONGEST_DOUBLE) {
            return new FeedType.Text();
        }
        return (seen & CellForm.EXPONENT.bit()) != 0 || digits > LONGEST_DECIMAL
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

    private boolean isOnly(CellForm... shapes) {
        int rest = seen;
        for (CellForm shape : shapes) {
            rest &= ~shape.bit();
        }
        return rest == 0;
    }
}

package dev.assay.feed;

import java.nio.charset.StandardCharsets;

/** Looks at one cell after the other. Blanks around a value do not count. Makes no objects. */
final class CellShape {

    /** A number whose digits and exponent together stay below lies far inside of what a double holds. */
    private static final int SAFE_POWER = 290;

    private byte[] bytes;
    private int at;
    private int end;

    private boolean negative;
    private boolean signed;
    private boolean leadingZero;
    private int firstDigit;
    private int wholeDigits;
    private int scale;
    private long magnitude;
    private int power;

    CellForm of(byte[] cell, int start, int stop) {
        bytes = cell;
        at = start;
        end = stop;
        while (end > at && bytes[end - 1] == ' ') {
            end--;
        }
        while (at < end && bytes[at] == ' ') {
            at++;
        }
        if (at == end) {
            return CellForm.OTHER;
        }
        byte first = bytes[at];
        if (first == 't' || first == 'T' || first == 'f' || first == 'F') {
            return isWord("true") || isWord("false") ? CellForm.TRUTH : CellForm.OTHER;
        }
        if (end - at >= 10 && bytes[at + 4] == '-') {
            return moment();
        }
        return number();
    }

    private boolean isWord(String word) {
        if (end - at != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ((bytes[at + i] | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private CellForm number() {
        int start = at;
        negative = bytes[at] == '-';
        signed = negative || bytes[at] == '+';
        boolean plus = signed && !negative;
        at += signed ? 1 : 0;
        leadingZero = plus || (at + 1 < end && bytes[at] == '0' && isDigit(bytes[at + 1]));
        magnitude = 0;
        firstDigit = at;
        wholeDigits = digits();
        scale = 0;
        boolean point = at < end && bytes[at] == '.';
        if (point) {
            at++;
            scale = digits();
        }
        if (wholeDigits + scale == 0) {
            return CellForm.OTHER;
        }
        if (at == end) {
            return point ? CellForm.FRACTION : CellForm.WHOLE;
        }
        return exponent() && isHeldByDouble(start) ? CellForm.EXPONENT : CellForm.OTHER;
    }

    /** A double makes infinity of a greater number, and nought of a smaller one. */
    private boolean isHeldByDouble(int start) {
        if (wholeDigits + scale + power < SAFE_POWER) {
            return true;
        }
        String written = new String(bytes, start, end - start, StandardCharsets.US_ASCII);
        double value = Double.parseDouble(written);
        boolean nought = written.split("[eE]", 2)[0].chars().noneMatch(c -> c >= '1' && c <= '9');
        return !Double.isInfinite(value) && (value != 0 || nought);
    }

    // Its own variables: this loop sees most of the bytes of most files.
    private int digits() {
        byte[] cell = bytes;
        int stop = end;
        int i = at;
        long value = magnitude;
        while (i < stop && isDigit(cell[i])) {
            value = value * 10 + (cell[i] - '0');
            i++;
        }
        int count = i - at;
        magnitude = value;
        at = i;
        return count;
    }

    private boolean exponent() {
        if ((bytes[at] | 0x20) != 'e') {
            return false;
        }
        at++;
        if (at < end && (bytes[at] == '-' || bytes[at] == '+')) {
            at++;
        }
        int start = at;
        int count = digits();
        if (count == 0 || count > 3 || at != end) {
            return false;
        }
        power = number(start, count);
        return true;
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    private CellForm moment() {
        int start = at;
        int year = number(start, 4);
        int month = bytes[start + 7] == '-' ? number(start + 5, 2) : -1;
        int day = number(start + 8, 2);
        if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
            return CellForm.OTHER;
        }
        at = start + 10;
        if (at == end) {
            return CellForm.DATE;
        }
        return (bytes[at] == ' ' || bytes[at] == 'T') && isTime(at + 1) ? zone(at > start + 16) : CellForm.OTHER;
    }

    private static int daysOf(int year, int month) {
        return switch (month) {
            case 2 -> java.time.Year.isLeap(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /** Hours and minutes, then perhaps seconds, then perhaps up to six digits of a second: no warehouse keeps more. */
    private boolean isTime(int start) {
        boolean minutes = start + 5 <= end
                && bytes[start + 2] == ':'
                && isBelow(number(start, 2), 24)
                && isBelow(number(start + 3, 2), 60);
        if (!minutes) {
            return false;
        }
        at = start + 5;
        if (at < end && bytes[at] == ':') {
            if (at + 3 > end || !isBelow(number(at + 1, 2), 60)) {
                return false;
            }
            at += 3;
            return at == end || bytes[at] != '.' || isFraction();
        }
        return true;
    }

    private boolean isFraction() {
        at++;
        int count = digits();
        return count > 0 && count <= 6;
    }

    // A zone wants seconds before it: DuckDB reads one behind minutes as null, without a word.
    private CellForm zone(boolean seconds) {
        if (at == end) {
            return CellForm.MOMENT;
        }
        if (!seconds) {
            return CellForm.OTHER;
        }
        if (bytes[at] == 'Z') {
            return at + 1 == end ? CellForm.ZONED_MOMENT : CellForm.OTHER;
        }
        boolean zoned = (bytes[at] == '+' || bytes[at] == '-') && at + 3 <= end && isBelow(number(at + 1, 2), 16);
        if (!zoned) {
            return CellForm.OTHER;
        }
        int rest = end - at - 3;
        boolean sound = rest == 0
                || (rest == 2 && isBelow(number(at + 3, 2), 60))
                || (rest == 3 && bytes[at + 3] == ':' && isBelow(number(at + 4, 2), 60));
        return sound ? CellForm.ZONED_MOMENT : CellForm.OTHER;
    }

    private static boolean isBelow(int number, int bound) {
        return number >= 0 && number < bound;
    }

    /** So many digits as a number; -1 where something else stands. */
    private int number(int start, int count) {
        if (start + count > end) {
            return -1;
        }
        int number = 0;
        for (int i = start; i < start + count; i++) {
            if (!isDigit(bytes[i])) {
                return -1;
            }
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    /** Whether it begins as codes do and numbers do not: with a zero before other digits, or a plus. */
    boolean isCode() {
        return leadingZero;
    }

    int wholeDigits() {
        return wholeDigits;
    }

    int scale() {
        return scale;
    }

    /** The digits behind the point, without zeros that end them. */
    int significantScale() {
        int zeros = 0;
        while (zeros < scale && bytes[at - 1 - zeros] == '0') {
            zeros++;
        }
        return scale - zeros;
    }

    /** A whole number of at most 18 digits. */
    long value() {
        return negative ? -magnitude : magnitude;
    }

    /** Whether a whole number lies between the smallest and the greatest of so many bits. */
    boolean fits(int bits) {
        if (significantDigits() > 19) {
            return false;
        }
        // Nineteen digits fit into 64 bits without a sign.
        long greatest = bits == 64 ? Long.MAX_VALUE : (1L << (bits - 1)) - 1;
        return Long.compareUnsigned(magnitude, greatest + (negative ? 1 : 0)) <= 0;
    }

    /** Digits before the point, without zeros that lead them. */
    int significantDigits() {
        int zeros = 0;
        while (zeros < wholeDigits && bytes[firstDigit + zeros] == '0') {
            zeros++;
        }
        return wholeDigits - zeros;
    }
}

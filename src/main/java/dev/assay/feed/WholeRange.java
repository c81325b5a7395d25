package dev.assay.feed;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The least and the greatest value of an integer type. */
record WholeRange(BigInteger least, BigInteger greatest, long leastShort, long greatestShort) {

    /** So many digits always fit into 64 bits. */
    private static final int SHORT = 18;

    private static final Map<String, WholeRange> BY_NAME = new HashMap<>();

    static {
        name(signed(8), "tinyint", "int1");
        name(signed(16), "smallint", "int2", "int16", "short", "smallserial", "serial2");
        name(signed(32), "integer", "int", "int4", "int32", "integral", "signed", "serial", "serial4");
        name(signed(64), "bigint", "int8", "int64", "long", "oid", "bigserial", "serial8");
        name(signed(128), "hugeint", "int128", "byteint");
        name(unsigned(8), "utinyint", "uint8");
        name(unsigned(16), "usmallint", "uint16");
        name(unsigned(32), "uinteger", "uint32");
        name(unsigned(64), "ubigint", "uint64");
        name(unsigned(128), "uhugeint", "uint128");
    }

    /** The range of an integer type of one of the warehouses; empty for other types. */
    static Optional<WholeRange> of(String type) {
        return Optional.ofNullable(BY_NAME.get(type));
    }

    private static void name(WholeRange range, String... names) {
        for (String name : names) {
            BY_NAME.put(name, range);
        }
    }

    private static WholeRange signed(int bits) {
        BigInteger half = BigInteger.TWO.pow(bits - 1);
        return of(half.negate(), half.subtract(BigInteger.ONE));
    }

    private static WholeRange unsigned(int bits) {
        return of(BigInteger.ZERO, BigInteger.TWO.pow(bits).subtract(BigInteger.ONE));
    }

    private static WholeRange of(BigInteger least, BigInteger greatest) {
        return new WholeRange(least, greatest, shortened(least), shortened(greatest));
    }

    private static long shortened(BigInteger bound) {
        return bound.max(BigInteger.valueOf(Long.MIN_VALUE))
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValueExact();
    }

    /** Whether it holds the whole number in this cell. Most are short: no object is made for them. */
    boolean holds(CsvRow row, int cell, CellShape shape) {
        if (shape.significantDigits() <= SHORT) {
            return shape.value() >= leastShort && shape.value() <= greatestShort;
        }
        var value = new BigInteger(row.text(cell).strip());
        return value.compareTo(least) >= 0 && value.compareTo(greatest) <= 0;
    }
}

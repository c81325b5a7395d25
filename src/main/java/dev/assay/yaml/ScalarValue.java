package dev.assay.yaml;

import java.math.BigInteger;
import java.util.Locale;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The type that YAML 1.1 gives a plain scalar, as dbt does: {@code no} is false, {@code 012} is ten, {@code 1:30} is
 * ninety. Only dates stay text, since SQL wants them so.
 */
final class ScalarValue {

    private ScalarValue() {}

    /** Null, text, Long, BigInteger, Double or Boolean; throws NumberFormatException where a forced tag lies. */
    static Object of(ScalarNode node) {
        Tag tag = node.getTag();
        String written = node.getValue();
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            return flag(written);
        }
        if (tag.equals(Tag.INT)) {
            return whole(written.replace("_", ""));
        }
        return tag.equals(Tag.FLOAT) ? (Object) fraction(written.replace("_", "")) : written;
    }

    private static Boolean flag(String written) {
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "on" -> true;
            case "no", "false", "off" -> false;
            default -> throw new NumberFormatException(written);
        };
    }

    private static Number whole(String digits) {
        boolean negative = digits.startsWith("-");
        String bare = negative || digits.startsWith("+") ? digits.substring(1) : digits;
        BigInteger size = magnitude(bare);
        BigInteger number = negative ? size.negate() : size;
        return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
    }

    private static BigInteger magnitude(String bare) {
        if (bare.startsWith("0b")) {
            return new BigInteger(bare.substring(2), 2);
        }
        if (bare.startsWith("0x")) {
            return new BigInteger(bare.substring(2), 16);
        }
        if (bare.indexOf(':') >= 0) {
            BigInteger sum = BigInteger.ZERO;
            for (String part : bare.split(":", -1)) {
                sum = sum.multiply(BigInteger.valueOf(60)).add(new BigInteger(part));
            }
            return sum;
        }
        return bare.startsWith("0") && bare.length() > 1 ? new BigInteger(bare.substring(1), 8) : new BigInteger(bare);
    }

    private static Double fraction(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        boolean negative = lower.startsWith("-");
        String bare = negative || lower.startsWith("+") ? lower.substring(1) : lower;
        double size = switch (bare) {
            case ".inf" -> Double.POSITIVE_INFINITY;
            case ".nan" -> Double.NaN;
            default -> bare.indexOf(':') < 0 ? Double.parseDouble(bare) : baseSixty(bare);
        };
        return negative ? -size : size;
    }

    private static double baseSixty(String bare) {
        double sum = 0;
        for (String part : bare.split(":", -1)) {
            sum = sum * 60 + Double.parseDouble(part);
        }
        return sum;
    }
}

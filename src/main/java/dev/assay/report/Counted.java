package dev.assay.report;

import java.time.Duration;

/**
 * A number with its noun, for people: {@code 1 test}, {@code 18,204 rows}.
 *
 * <p>Put together by hand: Java's formatter reads the rules of all countries first, which is a tenth of a quick call.
 */
record Counted(long number, String noun) {

    static String number(long number) {
        String digits = Long.toString(number);
        var grouped = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > (number < 0 ? 1 : 0); at -= 3) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }

    /** {@code 0.1s}, {@code 2m 05s}, {@code 1h 03m}. */
    static String time(Duration took) {
        long seconds = took.toSeconds();
        if (seconds >= 3600) {
            return seconds / 3600 + "h " + twoDigits(seconds % 3600 / 60) + "m";
        }
        if (seconds >= 60) {
            return seconds / 60 + "m " + twoDigits(seconds % 60) + "s";
        }
        long tenths = (took.toMillis() + 50) / 100;
        return tenths / 10 + "." + tenths % 10 + "s";
    }

    private static String twoDigits(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }

    @Override
    public String toString() {
        return number(number) + " " + (number == 1 ? noun : plural());
    }

    private String plural() {
        if (noun.endsWith("analysis")) {
            return noun.substring(0, noun.length() - 2) + "es";
        }
        return noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }
}

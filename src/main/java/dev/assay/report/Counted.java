package dev.assay.report;

import java.time.Duration;
import java.util.Locale;

/** A number with its noun, for people: {@code 1 test}, {@code 18,204 rows}. */
record Counted(long number, String noun) {

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 0.1s}, {@code 2m 05s}, {@code 1h 03m}. */
    static String time(Duration took) {
        long seconds = took.toSeconds();
        if (seconds >= 3600) {
            return String.format(Locale.ROOT, "%dh %02dm", seconds / 3600, seconds % 3600 / 60);
        }
        return seconds >= 60
                ? String.format(Locale.ROOT, "%dm %02ds", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%.1fs", took.toMillis() / 1000.0);
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

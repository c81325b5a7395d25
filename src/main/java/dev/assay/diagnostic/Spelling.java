package dev.assay.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that a user may have meant. */
public final class Spelling {

    private Spelling() {}

    /** The nearest of the names that exist, best first, three at most; empty when none is near. */
    public static List<String> near(String typed, Collection<String> existing) {
        return nearest(Math.max(1, typed.length() / 3), typed, existing);
    }

    /** The same with a bound on the typing mistakes, where a name that only resembles another one is no mistake. */
    public static List<String> within(int mistakes, String typed, Collection<String> existing) {
        return nearest(Math.min(mistakes, Math.max(1, typed.length() / 3)), typed, existing);
    }

    private static List<String> nearest(int allowed, String typed, Collection<String> existing) {
        record Candidate(String name, int distance) {}
        return existing.stream()
                .filter(name -> Math.abs(name.length() - typed.length()) <= allowed)
                .map(name ->
                        new Candidate(name, distance(typed.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance() <= allowed)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(3)
                .map(Candidate::name)
                .toList();
    }

    /** Edits from one word to the other: a letter added, lost, changed, or two neighbours swapped. */
    static int distance(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[to.length()];
    }
}

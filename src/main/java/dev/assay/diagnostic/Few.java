package dev.assay.diagnostic;

import java.util.List;

/** A list in a sentence: the first few, and how many more there are. */
public final class Few {

    private Few() {}

    public static String of(List<String> all, int most) {
        String first = String.join(", ", all.subList(0, Math.min(all.size(), most)));
        return all.size() > most ? first + " and " + (all.size() - most) + " more" : first;
    }
}

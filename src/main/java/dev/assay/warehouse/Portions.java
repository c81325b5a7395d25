package dev.assay.warehouse;

import java.util.List;
import java.util.stream.IntStream;

/** What is too much for one statement, in portions that are not. */
public final class Portions {

    private Portions() {}

    /** @param most how many a portion has at most */
    public static <T> List<List<T>> of(List<T> all, int most) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + most)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + most)))
                .toList();
    }
}

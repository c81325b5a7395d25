package dev.assay.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Takes steps out of a sequence for as long as it still breaks the law in the same way. */
final class Shrinking {

    private Shrinking() {}

    /** @param tries how often a shorter sequence is tried at most */
    static Finding shrunk(Finding found, int tries, Function<List<Step>, Optional<Finding>> tried) {
        Finding least = found;
        int left = tries;
        for (int size = Math.max(1, least.steps().size() / 2); size >= 1; size /= 2) {
            int from = 0;
            while (from < least.steps().size() && left > 0) {
                var fewer = new ArrayList<>(least.steps());
                fewer.subList(from, Math.min(from + size, fewer.size())).clear();
                left--;
                Optional<Finding> again = tried.apply(fewer);
                if (again.isPresent() && again.get().likeness().equals(least.likeness())) {
                    least = again.get();
                } else {
                    from += size;
                }
            }
        }
        return least;
    }
}

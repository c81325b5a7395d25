package dev.assay.app;

import dev.assay.examine.Storage;
import dev.assay.plan.PlanRequest;
import dev.assay.select.SelectionRequest;
import java.util.Optional;

/**
 * What a run is asked for.
 *
 * @param command as typed, for headers and artifacts
 * @param publish passing, all, each or none; empty where the project's word holds
 * @param tested whether tests belong to it
 * @param fused whether tests may share statements
 * @param resumed whether kept candidates are gone on from
 * @param overwritesForeign whether what assay has not made may be replaced
 * @param onlyShown whether nothing of it is done
 */
public record RunOptions(
        String command,
        PlanRequest.Mode mode,
        SelectionRequest request,
        Optional<String> publish,
        boolean tested,
        boolean failFast,
        boolean fullRefresh,
        boolean empty,
        boolean storeFailures,
        boolean fused,
        boolean resumed,
        boolean overwritesForeign,
        boolean onlyShown) {

    /** Which tests keep their failing rows. */
    Storage.Keepers keepers() {
        if (empty) {
            return Storage.Keepers.NONE;
        }
        return storeFailures ? Storage.Keepers.ALL : Storage.Keepers.TOLD;
    }

    /** What is kept goes out. */
    public static RunOptions publishing(String command) {
        return new RunOptions(
                command,
                PlanRequest.Mode.BUILD,
                SelectionRequest.everything(),
                Optional.of("passing"),
                true,
                false,
                false,
                false,
                false,
                true,
                true,
                false,
                false);
    }
}

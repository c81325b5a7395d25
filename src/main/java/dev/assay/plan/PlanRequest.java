package dev.assay.plan;

import dev.assay.manifest.Relational;
import dev.assay.manifest.ResourceId;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a plan is made from, beside the manifest and its graph.
 *
 * @param chosen by selection: nodes and tests
 * @param implied models that are built with them in every mode
 * @param expected how long a node took last time, in any unit; less than one unit, or unknown, counts as one
 * @param gate before, after or off: what holds for a test that does not say
 * @param judge what to do with a chosen relation, and why
 */
public record PlanRequest(
        Mode mode,
        Set<ResourceId> chosen,
        Set<ResourceId> implied,
        Map<ResourceId, Long> expected,
        String gate,
        Function<Relational, Judgement> judge) {

    /** Which kinds of resources a command works on. */
    public enum Mode {
        /** Seeds and models, each with its tests. */
        BUILD,
        /** Models with their tests. */
        RUN,
        /** Seeds with their tests. */
        SEED,
        /** Tests of what is published. */
        TEST
    }

    /** An action and its reason in words. */
    public record Judgement(Action action, String reason) {}
}

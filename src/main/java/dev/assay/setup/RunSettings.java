package dev.assay.setup;

import java.time.Duration;

/**
 * How a run behaves, beside what its plan says.
 *
 * @param tested whether tests belong to the run; without them what is published is called unproven
 * @param keepCandidates how long finished candidates wait for a retry
 * @param keepsOwn whether this run's own candidates are of use to a later one
 * @param overwritesForeign whether what assay has not made may be replaced
 */
public record RunSettings(
        PublishMode publish,
        boolean tested,
        boolean failFast,
        int threads,
        Duration keepCandidates,
        boolean keepsOwn,
        boolean overwritesForeign) {}

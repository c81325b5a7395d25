package dev.assay.run;

import dev.assay.environment.KeptTexts;
import dev.assay.manifest.ResourceId;

/** Gives the texts that are kept with a candidate which waits. */
@FunctionalInterface
public interface CandidateTexts {

    /** @param node whose candidate this run has built */
    KeptTexts of(ResourceId node);
}

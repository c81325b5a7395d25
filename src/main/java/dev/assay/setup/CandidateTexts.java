package dev.assay.setup;

import dev.assay.environment.KeptTexts;
import dev.assay.manifest.ResourceId;
import java.util.Optional;

/** Gives the texts that are kept with a candidate which waits. */
@FunctionalInterface
public interface CandidateTexts {

    /**
     * @param node whose candidate this run has built
     * @param identity the warehouse's own id of the candidate
     */
    KeptTexts of(ResourceId node, Optional<String> identity);
}

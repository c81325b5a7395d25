package dev.assay.publish;

import dev.assay.environment.Version;
import dev.assay.manifest.ResourceId;
import dev.assay.warehouse.Session;
import java.util.Optional;

/** What a cut may publish: only versions that this run has tested, and only while the environment is this run's. */
public interface Fence {

    /**
     * Is called in the transaction that publishes, before its first statement.
     *
     * @return the reason why nothing may be published
     */
    Optional<String> broken(Session session);

    /** The version of a node that the cut publishes. */
    Version versionOf(ResourceId node);
}

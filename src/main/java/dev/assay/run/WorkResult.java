package dev.assay.run;

import dev.assay.environment.RegistryUpdate;
import dev.assay.manifest.ResourceId;
import dev.assay.result.NodeResult;
import dev.assay.result.TestResult;
import java.util.Optional;

/** What a worker brings back. */
sealed interface WorkResult {

    ResourceId id();

    boolean isGood();

    /**
     * A node's candidate was built and tested, or not.
     *
     * @param identity the warehouse's own id of the candidate; empty where it is not known
     */
    record OfNode(NodeResult result, RegistryUpdate mark, Optional<String> identity) implements WorkResult {

        @Override
        public ResourceId id() {
            return result.id();
        }

        @Override
        public boolean isGood() {
            return result.status().isGood();
        }
    }

    /** A test that stands alone has its verdict. */
    record OfTest(TestResult result) implements WorkResult {

        @Override
        public ResourceId id() {
            return result.test();
        }

        @Override
        public boolean isGood() {
            return result.status().isGood();
        }
    }
}

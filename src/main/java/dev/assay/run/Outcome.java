package dev.assay.run;

import dev.assay.environment.Mark;
import dev.assay.manifest.ResourceId;
import dev.assay.result.NodeResult;
import dev.assay.result.TestResult;
import java.util.Optional;

/** What a worker brings back. */
sealed interface Outcome {

    ResourceId id();

    boolean isGood();

    /**
     * A node's candidate was built and tested, or not.
     *
     * @param identity the warehouse's own id of the candidate; empty where it is not known
     */
    record OfNode(NodeResult result, Mark mark, Optional<String> identity) implements Outcome {

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
    record OfTest(TestResult result) implements Outcome {

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

package dev.assay.materialize;

import dev.assay.warehouse.Existing.Kind;

/** What a materialization makes. It limits the ways in which the node can be published. */
public sealed interface Product {

    /** The kind of the relation that readers get. */
    Kind kind();

    /** The kind of the candidate. */
    default Kind candidate() {
        return kind();
    }

    record Table() implements Product {

        @Override
        public Kind kind() {
            return Kind.TABLE;
        }
    }

    /**
     * @param readsPublished whether the candidate reads published relations only: then it is already what readers get
     */
    record View(boolean readsPublished) implements Product {

        @Override
        public Kind kind() {
            return Kind.VIEW;
        }
    }

    record StoredView() implements Product {

        @Override
        public Kind kind() {
            return Kind.MATERIALIZED_VIEW;
        }
    }
}

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

    /** A table that is built as a change of the published one; its candidate is a view of what it will hold. */
    record Staged(Change change) implements Product {

        @Override
        public Kind kind() {
            return Kind.TABLE;
        }

        @Override
        public Kind candidate() {
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

package dev.assay.manifest;

import dev.assay.sql.Draft;
import java.util.Optional;

/** A resource that is compiled or built. */
public sealed interface Node extends Resource permits Relational, DataTest, Analysis {

    /** Its SQL as rendered while reading; seeds and generic tests have none of their own. */
    default Optional<Draft> draft() {
        return Optional.empty();
    }
}

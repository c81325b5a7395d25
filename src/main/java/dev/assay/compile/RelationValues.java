package dev.assay.compile;

import dev.assay.manifest.ResourceId;
import dev.assay.sql.Draft.Wanted;

/** What a template gets for {@code ref}, {@code source} and {@code this}: placeholders, or names. */
interface RelationValues {

    /** @param wanted as the template asked for it */
    Object reference(Wanted wanted, ResourceId target);

    Object self(Wanted wanted);

    /** The text of a question to the warehouse, over the names that this rendering has. */
    String question(String text);
}

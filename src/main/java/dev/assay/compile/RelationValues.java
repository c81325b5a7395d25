package dev.assay.compile;

import dev.assay.manifest.Relational;
import dev.assay.manifest.ResourceId;
import dev.assay.sql.Draft.Wanted;

/** What a template gets for {@code ref}, {@code source}, {@code this} and {@code published}: placeholders, or names. */
interface RelationValues {

    /** @param wanted as the template asked for it */
    Object reference(Wanted wanted, ResourceId target);

    Object self(Wanted wanted);

    /** @param target a relation that readers can see */
    Object published(Wanted wanted, Relational target);

    /** The text of a question to the warehouse, over the names that this rendering has. */
    String question(String text);
}

package dev.assay.manifest;

import dev.assay.sql.RelationName;

/**
 * A CSV file that becomes a table.
 *
 * @param file where the data lie on the disk, as the process can open it; data are read when they are loaded
 * @param checksum of the content, by which a change is seen
 */
public record Seed(
        ResourceId id,
        String name,
        Identity identity,
        Description description,
        Config config,
        RelationName relation,
        String file,
        String checksum)
        implements Relational {

    @Override
    public RelationForm form() {
        return RelationForm.SEED;
    }
}

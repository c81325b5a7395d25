package dev.assay.publish;

import dev.assay.sql.RelationName;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;

/** What the catalog holds before a cut. Where it is read anew, it is in two statements, however much there is. */
public record CatalogContents(Existing existing, GenerationComments marks) {

    /** Where nothing but kinds is needed, and those are known. */
    public static CatalogContents of(Warehouse warehouse, Existing existing) {
        return new CatalogContents(existing, GenerationComments.none(warehouse));
    }

    /** @param names the new name of each relation that has one */
    public CatalogContents renamed(Map<RelationName, RelationName> names) {
        return new CatalogContents(existing.renamed(names), marks.renamed(names));
    }

    public static CatalogContents read(Warehouse warehouse, Session session, Collection<String> schemas) {
        Existing existing = warehouse.existing(session, schemas);
        // Candidates may lie in schemas of their own.
        var all = new TreeSet<>(schemas);
        all.addAll(existing.schemas());
        return new CatalogContents(existing, GenerationComments.read(warehouse, session, all));
    }
}

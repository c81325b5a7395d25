package dev.assay.compile;

import dev.assay.manifest.Node;
import dev.assay.manifest.Relational;
import dev.assay.manifest.ResourceId;
import dev.assay.sql.Draft.Wanted;
import dev.assay.sql.SqlText;

/** Relations that a template sees by the names of one printing. */
record NamedRelations(Node node, Renderer renderer, Printing printing) implements RelationValues {

    @Override
    public Object reference(Wanted wanted, ResourceId target) {
        return new PrintedRelation(target, renderer.manifest(), printing, () -> printing.reference(target));
    }

    @Override
    public Object self(Wanted wanted) {
        return new PrintedRelation(node.id(), renderer.manifest(), printing, () -> printing.relation(node.id()));
    }

    @Override
    public Object published(Wanted wanted, Relational target) {
        return new PrintedRelation(target.id(), renderer.manifest(), printing, () -> printing.published(target.id()));
    }

    @Override
    public String question(String text) {
        return renderer.around(SqlText.plain(text), printing);
    }
}

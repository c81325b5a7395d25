package dev.assay.compile;

import dev.assay.manifest.Manifest;
import dev.assay.manifest.Node;
import dev.assay.manifest.Relational;
import dev.assay.manifest.ResourceId;
import dev.assay.sql.Draft;
import dev.assay.sql.Draft.Hole;
import dev.assay.sql.Draft.Part;
import dev.assay.sql.Draft.Wanted;
import dev.assay.sql.SqlText;
import dev.assay.template.Placeholder;
import dev.assay.template.Placeholders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Relations that a template sees as placeholders.
 *
 * @param questions prints a question to the warehouse over the names that it knows
 */
record OpenRelations(
        Node node, Manifest manifest, Printing printing, Placeholders placeholders, Function<Draft, String> questions)
        implements RelationValues {

    /** The template changes the name of a relation before it asks the warehouse: only a rendering over names can ask. */
    static final class NameChanged extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NameChanged() {
            super(null, null, false, false);
        }
    }

    @Override
    public Object reference(Wanted wanted, ResourceId target) {
        return placeholder(wanted, target);
    }

    @Override
    public Object self(Wanted wanted) {
        return placeholder(wanted, node.id());
    }

    @Override
    public Object published(Wanted wanted, Relational target) {
        return placeholder(wanted, target.id());
    }

    @Override
    public String question(String text) {
        var sql = SqlText.plain(text);
        List<Hole> holes = placeholders.search(sql);
        var draft = new Draft(sql, holes, Draft.State.OPEN, false);
        if (Placeholders.isBroken(draft)) {
            throw new NameChanged();
        }
        return questions.apply(draft);
    }

    private Placeholder placeholder(Wanted wanted, ResourceId target) {
        return placeholders.whole(wanted, () -> parts(wanted, target));
    }

    private Map<String, Object> parts(Wanted wanted, ResourceId target) {
        var parts = new LinkedHashMap<String, Object>();
        if (printing.isInlined(target)) {
            String table = Printing.PREFIX + manifest.get(target).name();
            parts.put("name", table);
            parts.put("identifier", table);
            parts.put("type", "cte");
            return parts;
        }
        if (printing.name(target).database().isPresent()) {
            parts.put("database", placeholders.part(wanted, Part.DATABASE));
        }
        parts.put("schema", placeholders.part(wanted, Part.SCHEMA));
        parts.put("name", placeholders.part(wanted, Part.NAME));
        parts.put("identifier", placeholders.part(wanted, Part.NAME));
        boolean isView = manifest.get(target) instanceof Relational relational && relational.isView();
        parts.put("type", isView ? "view" : "table");
        return parts;
    }
}

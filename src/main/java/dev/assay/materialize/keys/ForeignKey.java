package dev.assay.materialize.keys;

import dev.assay.manifest.ConstraintKind;
import dev.assay.source.Span;
import dev.assay.sql.RelationName;
import java.util.List;
import java.util.Optional;

/**
 * A key of a table to another one. It stands on what is published only, and is put there by the cut: a candidate that had one
 * would hold on to what readers have.
 *
 * @param mark tells it from those that others made, and one definition from another
 * @param place the setting that asks for it; empty where the warehouse tells of it
 */
public record ForeignKey(
        RelationName table,
        String name,
        List<String> columns,
        RelationName parent,
        List<String> parentColumns,
        String mark,
        Optional<Span> place) {

    public ForeignKey {
        table = plain(table);
        parent = plain(parent);
        columns = List.copyOf(columns);
        parentColumns = List.copyOf(parentColumns);
    }

    static ForeignKey wanted(
            RelationName table,
            String name,
            List<String> columns,
            RelationName parent,
            List<String> parentColumns,
            Span place) {
        String mark =
                IndexOrConstraint.marked(ConstraintKind.FOREIGN_KEY.word() + columns + plain(parent) + parentColumns);
        return new ForeignKey(table, name, columns, parent, parentColumns, mark, Optional.of(place));
    }

    // A connection sees one database: whether a name has it in front makes no difference.
    private static RelationName plain(RelationName name) {
        return RelationName.of(name.schema(), name.name());
    }

    public boolean isSameAs(ForeignKey other) {
        return table.equals(other.table) && name.equals(other.name) && mark.equals(other.mark);
    }

    /** For people: {@code key `orders_customer` of `dev.orders`}. */
    public String words() {
        return "key `" + name + "` of `" + table + "`";
    }
}

package dev.assay.materialize;

import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Wording;
import java.util.List;

/** A table that is also written to a file, last of its part of the cut: the file never holds what the table does not get. */
public final class ExternalMaterialization implements Materialization {

    private final Materialization table = new TableMaterialization();

    @Override
    public String name() {
        return "external";
    }

    @Override
    public List<Statement> candidate(Blueprint blueprint, Existing existing, Wording sql) {
        return table.candidate(blueprint, existing, sql);
    }

    @Override
    public Cut publish(Blueprint blueprint, Existing existing, Wording sql) {
        Cut trade = table.publish(blueprint, existing, sql);
        Statement copy = blueprint.requireOutput().copy(blueprint.published(), sql);
        return new Cut(trade.moves(), trade.definitions(), List.of(copy), trade.leftovers());
    }

    @Override
    public List<Statement> discard(Blueprint blueprint, Wording sql) {
        return table.discard(blueprint, sql);
    }
}

package dev.assay.examine;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.sql.RelationName;
import dev.assay.template.Call;
import dev.assay.template.Callable;
import dev.assay.warehouse.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code ${published("orders")}}: the version that readers see now. A test that compares with it has no base while there
 * is none, and says so instead of passing.
 *
 * @param find the published relation of a model or seed by name, if it exists in the warehouse
 */
public record PublishedFunction(Function<String, Optional<RelationName>> find, Dialect dialect) implements Callable {

    @Override
    public Object call(Call call) {
        if (call.positional().size() != 1 || !(call.positional().getFirst() instanceof String name)) {
            throw new ProblemsFound(Diagnostic.error(
                    Code.TEMPLATE_ERROR, call.place(), "published wants the name of a model: `published(\"x\")`"));
        }
        return find.apply(name)
                .map(relation -> new Tested(dialect.print(relation), relation, relation.name(), List.of()))
                .orElseThrow(() -> new ProblemsFound(Diagnostic.warning(
                                Code.NO_BASE,
                                "`" + name + "` is not published yet, so there is nothing to compare with")
                        .at(call.place())));
    }
}

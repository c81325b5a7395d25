package dev.assay.examine;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.template.Call;
import dev.assay.template.Callable;
import dev.assay.warehouse.Dialect;
import java.math.BigDecimal;

/** {@code ${literal(x)}}: a value as SQL writes it. Text comes out quoted, so no value can become SQL. */
record LiteralFunction(Dialect dialect) implements Callable {

    @Override
    public Object call(Call call) {
        if (call.positional().size() != 1 || !call.named().isEmpty()) {
            throw new ProblemsFound(
                    Diagnostic.error(Code.TEMPLATE_ERROR, call.place(), "literal wants one value: `literal(x)`"));
        }
        return switch (call.positional().getFirst()) {
            case Boolean truth -> truth.toString();
            case BigDecimal number -> number.toPlainString();
            case Double number when !Double.isFinite(number) -> dialect.literal(number.toString());
            case Number number -> new BigDecimal(number.toString()).toPlainString();
            case Object text -> dialect.literal(text.toString());
        };
    }
}

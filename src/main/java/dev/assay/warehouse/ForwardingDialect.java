package dev.assay.warehouse;

import dev.assay.sql.RelationName;
import dev.assay.template.Callable;
import java.util.Map;
import java.util.OptionalInt;

/** A dialect that hands on to another one whatever it does not write in a way of its own. */
public interface ForwardingDialect extends Dialect {

    /** The one inside. */
    Dialect inner();

    @Override
    default String quote(String identifier) {
        return inner().quote(identifier);
    }

    @Override
    default String print(RelationName name) {
        return inner().print(name);
    }

    @Override
    default String stored(String name) {
        return inner().stored(name);
    }

    @Override
    default String compared(String identifier) {
        return inner().compared(identifier);
    }

    @Override
    default SqlTokens.LexicalRules lexicalRules() {
        return inner().lexicalRules();
    }

    @Override
    default String literal(String text) {
        return inner().literal(text);
    }

    @Override
    default OptionalInt plainDecimalScale() {
        return inner().plainDecimalScale();
    }

    @Override
    default Map<String, Callable> functions() {
        return inner().functions();
    }
}

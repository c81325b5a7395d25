package dev.assay.warehouse;

import dev.assay.template.Callable;
import java.util.Map;

/** Names in double quotes, texts in single ones, each doubled inside: how most warehouses write. */
public final class StandardDialect implements Dialect {

    private final Map<String, Callable> functions;

    /** @param folder of the SQL files in which its functions stand */
    public StandardDialect(String folder) {
        this.functions = new FunctionFiles(folder, this).all();
    }

    @Override
    public String quote(String identifier) {
        return Identifier.quoted(identifier);
    }

    @Override
    public String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public Map<String, Callable> functions() {
        return functions;
    }
}

package dev.assay.warehouse;

import dev.assay.diagnostic.AssayBug;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.sql.SqlText;
import dev.assay.sql.Statement;
import dev.assay.template.Scope;
import dev.assay.template.Templates;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statements from files, as {@link Wording} describes them. */
public final class WordingFiles implements Wording {

    private final Templates templates = Templates.of(List.of());
    private final StatementFiles files;
    private final PrintedValues printed;

    public WordingFiles(String dialectFolder, Dialect dialect) {
        this.files = new StatementFiles(dialectFolder);
        this.printed = new PrintedValues(dialect);
    }

    @Override
    public Statement statement(String purpose, String name, Map<String, Object> values) {
        StatementFiles.SqlFile found = files.file(name);
        if (!values.keySet().equals(new HashSet<>(found.signature().parameters()))) {
            throw new AssayBug(found.signature() + " was given " + values.keySet());
        }
        var scope = new HashMap<String, Object>();
        values.forEach((key, value) -> printed.of(value).ifPresent(plain -> scope.put(key, plain)));
        var statement = Statement.of(purpose, render(found, new Scope(scope)));
        return body(values).map(statement::around).orElse(statement);
    }

    @Override
    public boolean knows(String name) {
        return files.has(name);
    }

    private String render(StatementFiles.SqlFile found, Scope scope) {
        try {
            return templates.render(found.file(), scope).text().strip();
        } catch (ProblemsFound ours) {
            throw new AssayBug(found.file().path() + " cannot be rendered: " + ours.getMessage(), ours);
        }
    }

    private static Optional<SqlText> body(Map<String, Object> values) {
        return values.values().stream()
                .filter(SqlText.class::isInstance)
                .map(SqlText.class::cast)
                .findFirst();
    }
}

package dev.assay.compile;

import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.sql.SqlAssembly;
import dev.assay.sql.SqlLexer;
import dev.assay.sql.SqlText;
import dev.assay.warehouse.Dialect;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** Ephemeral models as common table expressions, those that others need first, each once. */
final class Ephemerals {

    private final Manifest manifest;
    private final Function<Model, SqlText> written;
    private final Dialect dialect;

    Ephemerals(Manifest manifest, Function<Model, SqlText> written, Dialect dialect) {
        this.manifest = manifest;
        this.written = written;
        this.dialect = dialect;
    }

    /** The name under which an ephemeral model is read. */
    static String name(Model model) {
        return "__cte__" + model.name();
    }

    /** The SQL with its ephemerals in front; where it opens with a list of its own, they go before that list. */
    SqlText into(SqlText sql, List<Model> direct) {
        Set<Model> needed = new LinkedHashSet<>();
        direct.forEach(model -> collect(model, needed));
        if (needed.isEmpty()) {
            return sql;
        }
        var lexer = new SqlLexer(sql.text());
        int start = lexer.skipBlank(0);
        OptionalInt with = lexer.word(start, "with");
        var whole = new SqlAssembly();
        int rest = 0;
        if (with.isPresent()) {
            int next = lexer.skipBlank(with.getAsInt());
            rest = lexer.word(next, "recursive").orElse(with.getAsInt());
            whole.add(sql, 0, rest).add(" ");
        } else {
            whole.add("with ");
        }
        String separator = "";
        for (Model model : needed) {
            SqlText body = written.apply(model);
            whole.add(separator).add(dialect.quote(name(model))).add(" as (\n").add(body).add("\n)");
            separator = ", ";
        }
        whole.add(with.isPresent() ? "," : "\n");
        return whole.add(sql, rest, sql.text().length()).done();
    }

    private void collect(Model model, Set<Model> needed) {
        if (needed.contains(model)) {
            return;
        }
        of(manifest, model).forEach(inner -> collect(inner, needed));
        needed.add(model);
    }

    /** The ephemeral models that a resource reads directly. */
    static List<Model> of(Manifest manifest, dev.assay.manifest.Resource resource) {
        return resource.references().stream()
                .flatMap(reference -> reference.target().stream())
                .map(manifest::get)
                .filter(Model.class::isInstance)
                .map(Model.class::cast)
                .filter(Model::isEphemeral)
                .distinct()
                .toList();
    }
}

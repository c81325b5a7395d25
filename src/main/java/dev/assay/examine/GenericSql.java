package dev.assay.examine;

import dev.assay.manifest.DataTest;
import dev.assay.quality.TestKind;
import dev.assay.sql.Draft.Wanted;
import dev.assay.sql.SqlText;
import dev.assay.template.Scope;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Renders the template of a generic test over the relation it is given. */
final class GenericSql {

    private final Writing writing;
    private final DataTest test;
    private final Relations relations;
    private final DataTest.Generic use;
    private final TestKind kind;
    private final Map<String, Object> arguments;
    private final Optional<String> column;

    /** @param column the tested column as SQL, for a test that has one */
    GenericSql(
            Writing writing,
            DataTest test,
            Relations relations,
            DataTest.Generic use,
            TestKind kind,
            Map<String, Object> arguments,
            Optional<String> column) {
        this.writing = writing;
        this.test = test;
        this.relations = relations;
        this.use = use;
        this.kind = kind;
        this.arguments = arguments;
        this.column = column;
    }

    SqlText over(Tested relation) {
        return writing.templates().render(use.template(), scope(relation));
    }

    private Scope scope(Tested relation) {
        var names = new HashMap<>(writing.scope().names());
        // A parameter without a value stands for nothing, even where the project knows something of that name.
        kind.parameters().forEach(parameter -> names.remove(parameter.name()));
        names.put("literal", new LiteralFunction(writing.dialect()));
        names.put("column", new ColumnFunction(writing.dialect(), relation));
        names.put("ref", new ReferenceFunction(Wanted.Kind.REF, test, relations));
        names.put("source", new ReferenceFunction(Wanted.Kind.SOURCE, test, relations));
        names.putAll(arguments);
        names.put("relation", relation);
        names.put("model", relation);
        column.ifPresent(name -> names.put("column_name", name));
        return new Scope(names);
    }
}

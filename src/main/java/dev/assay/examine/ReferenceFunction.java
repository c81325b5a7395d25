package dev.assay.examine;

import dev.assay.compile.Resolved;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.manifest.DataTest;
import dev.assay.sql.Draft.Wanted;
import dev.assay.template.Call;
import dev.assay.template.Callable;
import java.util.List;

/** {@code ref} and {@code source} in the template of a generic test: a relation that the test reads beside the tested one. */
record ReferenceFunction(Wanted.Kind kind, DataTest test, Relations relations) implements Callable {

    @Override
    public Object call(Call call) {
        List<Object> given = call.positional();
        if (given.isEmpty() || !given.stream().allMatch(String.class::isInstance)) {
            throw new ProblemsFound(Diagnostic.error(
                    Code.WRONG_VALUE,
                    call.place(),
                    "`" + call.name() + "` takes names: `" + call.name() + "(\"orders\")`"));
        }
        List<String> names = given.stream().map(Object::toString).toList();
        return relations.of(new Resolved(test).get(new Wanted(kind, names), call.place()));
    }
}

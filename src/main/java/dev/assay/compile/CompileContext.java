package dev.assay.compile;

import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a template can learn at run time beyond the manifest.
 *
 * @param query runs SQL for a template and gives its rows, column by name; values are text, numbers, booleans or null
 * @param incremental whether a model adds to what is there already, in this run
 * @param visible whether readers can see a relation now: what is published can be compared with, what is not cannot
 * @param exists whether the warehouse has a relation now; asked only after it refused a query
 * @param late refuses names written by hand that templates give only at run time
 * @param variables of the project and of the call, by name
 * @param environment the value of an environment variable
 * @param empty the words of references that give no rows, where models are to be built without data
 */
public record CompileContext(
        Function<String, List<Map<String, Object>>> query,
        Predicate<ResourceId> incremental,
        Predicate<RelationName> visible,
        Predicate<RelationName> exists,
        LateNames late,
        Map<String, Object> variables,
        Function<String, Optional<String>> environment,
        Optional<Wording> empty) {

    public static CompileContext of(Function<String, List<Map<String, Object>>> query) {
        return new CompileContext(
                query,
                id -> false,
                relation -> true,
                relation -> true,
                LateNames.ACCEPTED,
                Map.of(),
                name -> Optional.empty(),
                Optional.empty());
    }

    /** Each reference of a model gives no rows; references of tests give all. */
    public CompileContext empty(Wording wording) {
        return new CompileContext(
                query, incremental, visible, exists, late, variables, environment, Optional.of(wording));
    }

    public CompileContext seeing(Predicate<RelationName> visible) {
        return new CompileContext(query, incremental, visible, exists, late, variables, environment, empty);
    }

    /** @param models those that add to what is there already */
    public CompileContext adding(Predicate<ResourceId> models) {
        return new CompileContext(query, models, visible, exists, late, variables, environment, empty);
    }

    public CompileContext knowing(Predicate<RelationName> exists) {
        return new CompileContext(query, incremental, visible, exists, late, variables, environment, empty);
    }

    public CompileContext checking(LateNames names) {
        return new CompileContext(query, incremental, visible, exists, names, variables, environment, empty);
    }

    /** With what templates are given, as far as it can differ from call to call. */
    public CompileContext given(Map<String, Object> values, Function<String, Optional<String>> environmentVariables) {
        return new CompileContext(query, incremental, visible, exists, late, values, environmentVariables, empty);
    }
}

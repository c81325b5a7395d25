package dev.assay.project;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.diagnostic.Spelling;
import dev.assay.template.Call;
import dev.assay.template.Callable;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** {@code env_var} and {@code var}, as templates call them; each reading is noted. */
final class VariableCalls {

    private VariableCalls() {}

    /**
     * @param neededBy who cannot do without, for the message: {@code target `prod` of profile `shop`}; may be empty
     */
    static Callable environment(Environment environment, Reads reads, String neededBy) {
        return call -> {
            var arguments = CallArguments.of(call, "name", "default");
            String name = arguments.text("name");
            reads.environment(name);
            return environment
                    .get(name)
                    .map(value -> (Object) value)
                    .or(() -> arguments.optional("default"))
                    .orElseThrow(() -> new ProblemsFound(missing(call, name, environment, neededBy)));
        };
    }

    static Callable variable(Variables variables, Reads reads) {
        return call -> {
            var arguments = CallArguments.of(call, "name", "default");
            String name = arguments.text("name");
            reads.variable(name);
            if (variables.has(name)) {
                return variables.get(name);
            }
            if (arguments.has("default")) {
                return arguments.value("default");
            }
            throw new ProblemsFound(suggesting(
                            Diagnostic.error(Code.MISSING_VARIABLE, call.place(), "variable `" + name + "` is not set"),
                            name,
                            variables.names())
                    .help("set it under `vars:` of assay_project.yml or with --vars, or give a default: `var('" + name
                            + "', 'default')`"));
        };
    }

    private static Diagnostic missing(Call call, String name, Environment environment, String neededBy) {
        var problem =
                Diagnostic.error(Code.MISSING_VARIABLE, call.place(), "environment variable `" + name + "` is not set");
        problem = suggesting(problem, name, environment.values().keySet());
        return (neededBy.isEmpty() ? problem : problem.label("needed by " + neededBy))
                .help("set it, also in `.env` beside profiles.yml, or give a default: `env_var('" + name
                        + "', 'default')`");
    }

    private static Diagnostic suggesting(Diagnostic problem, String name, Collection<String> existing) {
        List<String> near = Spelling.near(name, existing);
        return near.isEmpty()
                ? problem
                : problem.note((near.size() == 1 ? "a similar name is set: " : "similar names are set: ")
                        + near.stream().map(it -> "`" + it + "`").collect(Collectors.joining(", ")));
    }
}

package dev.assay.project;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.template.Call;
import java.util.List;
import java.util.Optional;

/** The arguments of a call, by place or by name, and no other. */
record CallArguments(Call call, List<String> names) {

    static CallArguments of(Call call, String... names) {
        var arguments = new CallArguments(call, List.of(names));
        boolean strangers = call.named().keySet().stream().anyMatch(name -> !arguments.names.contains(name));
        if (strangers || call.positional().size() > names.length) {
            throw arguments.refused("`" + call.name() + "` takes " + String.join(", ", names));
        }
        return arguments;
    }

    boolean has(String name) {
        return call.named().containsKey(name) || call.positional().size() > names.indexOf(name);
    }

    /** May be null: a template can hand over nothing. */
    Object value(String name) {
        int index = names.indexOf(name);
        return call.positional().size() > index
                ? call.positional().get(index)
                : call.named().get(name);
    }

    Optional<Object> optional(String name) {
        return has(name) ? Optional.ofNullable(value(name)) : Optional.empty();
    }

    String text(String name) {
        return optional(name).map(Object::toString).orElseThrow(() -> refused("`" + call.name() + "` needs a " + name));
    }

    ProblemsFound refused(String headline) {
        return new ProblemsFound(Diagnostic.error(Code.TEMPLATE_ERROR, call.place(), headline));
    }
}

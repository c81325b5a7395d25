package dev.assay.warehouse;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.template.Call;
import dev.assay.template.Callable;
import dev.assay.template.Scope;
import dev.assay.template.Templates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The functions that warehouses word differently, one file each in {@code functions/}; read when first called. */
final class FunctionFiles {

    private static final List<String> NAMES = List.of(
            "any_value",
            "bool_or",
            "cast_bool_to_text",
            "concat",
            "current_timestamp",
            "date_trunc",
            "dateadd",
            "datediff",
            "hash",
            "last_day",
            "length",
            "listagg",
            "position",
            "replace",
            "right",
            "safe_cast",
            "split_part",
            "string_literal",
            "type_bigint",
            "type_boolean",
            "type_date",
            "type_float",
            "type_int",
            "type_numeric",
            "type_string",
            "type_timestamp");

    private final Templates templates = Templates.of(List.of());
    private final StatementFiles files;
    private final PrintedValues printed;

    FunctionFiles(String folder, Dialect dialect) {
        this.files = new StatementFiles(folder);
        this.printed = new PrintedValues(dialect);
    }

    Map<String, Callable> all() {
        var functions = new TreeMap<String, Callable>();
        NAMES.forEach(name -> functions.put(name, call -> print(name, call)));
        return functions;
    }

    private Object print(String name, Call call) {
        StatementFiles.SqlFile found = files.file("functions/" + name);
        Scope scope = new Scope(arguments(found.signature(), call));
        return templates.render(found.file(), scope).text().strip();
    }

    private Map<String, Object> arguments(StatementSignature signature, Call call) {
        List<String> names = signature.parameters();
        List<Object> given = signature.rest() ? List.of(spread(call.positional())) : call.positional();
        if (given.size() > names.size()) {
            throw wrong(signature, call);
        }
        var arguments = new HashMap<String, Object>();
        for (int i = 0; i < given.size(); i++) {
            arguments.put(names.get(i), given.get(i));
        }
        call.named().forEach((name, value) -> {
            if (arguments.put(name, value) != null || !names.contains(name)) {
                throw wrong(signature, call);
            }
        });
        if (arguments.size() < names.size() || arguments.containsValue(List.of())) {
            throw wrong(signature, call);
        }
        arguments.replaceAll((name, value) -> literal(signature, name, value));
        return arguments;
    }

    // Only string_literal quotes: all other arguments are SQL already.
    private Object literal(StatementSignature signature, String name, Object value) {
        boolean quoted = signature.name().equals("string_literal") && name.equals("text");
        return quoted ? printed.of(new Literal(value.toString())).orElseThrow() : value;
    }

    /** {@code hash(["a", "b"])} is {@code hash("a", "b")}. */
    private static List<Object> spread(List<Object> values) {
        return values.size() == 1 && values.getFirst() instanceof List<?> list ? new ArrayList<Object>(list) : values;
    }

    private static ProblemsFound wrong(StatementSignature signature, Call call) {
        return new ProblemsFound(Diagnostic.error(
                        Code.TEMPLATE_ERROR,
                        call.place(),
                        "`dialect." + signature.name() + "` was given other arguments")
                .help("it is called as dialect." + signature));
    }
}

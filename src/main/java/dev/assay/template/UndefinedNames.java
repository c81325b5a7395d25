package dev.assay.template;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A name that nothing bears, and the names that its user may have meant. */
record UndefinedNames(Library library, Scope scope) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");
    private static final Pattern CALL_BEFORE = Pattern.compile("([A-Za-z_][\\w.]*)\\s*\\([^()]*$");
    private static final Pattern EQUALS_AFTER = Pattern.compile("\\s*=(?!=)[^)]*");

    /** @param expression as FreeMarker prints it */
    Diagnostic of(String expression, Position place) {
        if (!NAME.matcher(expression).matches()) {
            return error(place, "`" + SyntaxProblems.firstLine(place.text()) + "` has no value")
                    .help("where a value may be missing, give another one: `(…)!\"none\"`");
        }
        int dot = expression.lastIndexOf('.');
        return dot < 0
                ? simple(expression, place)
                : part(expression.substring(0, dot), expression.substring(dot + 1), place);
    }

    private Diagnostic simple(String name, Position place) {
        Position statement = enclosing(place);
        String before = place.written().text().substring(statement.start(), place.start());
        var call = CALL_BEFORE.matcher(before);
        String after = place.written().text().substring(place.end(), Math.max(place.end(), statement.end()));
        if (call.find() && EQUALS_AFTER.matcher(after).lookingAt()) {
            return namedArguments(call.group(1), statement.start() + call.start(), statement);
        }
        if (statement.text().startsWith("[@" + name + ".")) {
            var unknown =
                    Diagnostic.error(Code.UNKNOWN_MACRO, place.span(), "no file of macros is called `" + name + "`");
            return similar(unknown, name, "", library.namespaces());
        }
        if (name.equals("this")) {
            return error(place, "there is no `this` here")
                    .note("`this` is the relation of a model or a seed; a test in a file, an analysis and typed SQL"
                            + " have none")
                    .help("name the relation: `${ref(\"orders\")}`");
        }
        var found = error(place, "nothing is called `" + name + "` here");
        var homes = library.all().stream()
                .filter(entry -> macros(entry).contains(name))
                .map(entry -> entry.macros().namespace() + "." + name)
                .toList();
        return homes.isEmpty()
                ? similar(found, name, "", simpleNames(place))
                : found.help("a macro file has it: `" + homes.getFirst() + "`");
    }

    private Diagnostic namedArguments(String name, int start, Position statement) {
        String text = statement.written().text();
        int end = Math.min(Tags.endOfExpression(text, text.indexOf('(', start) + 1, ')'), text.length());
        var call = new Position(statement.written(), start, end);
        String arguments = String.join(
                " ", Statements.argumentsOf(call).stream().map(Position::text).toList());
        Optional<MacroSignature> function = function(name);
        if (function.isPresent()) {
            List<String> parameters = function.get().parameters();
            return RenderProblems.error(statement, "`" + name + "` is a function: its values have no names")
                    .help("write them in their order: `${" + name + "(" + String.join(", ", parameters) + ")}`");
        }
        return RenderProblems.error(statement, "`" + name + "` takes named values in a tag, not in `${…}`")
                .help("write `[@" + name + " " + arguments + " /]`");
    }

    private Optional<MacroSignature> function(String wholeName) {
        return library.all().stream()
                .flatMap(entry -> Signatures.of(entry).stream())
                .filter(each -> each.isFunction() && wholeName.equals(each.namespace() + "." + each.name()))
                .findFirst();
    }

    private Diagnostic part(String owner, String name, Position place) {
        var entry = library.get(owner);
        if (entry != null && !scope.names().containsKey(owner)) {
            var found = Diagnostic.error(
                    Code.UNKNOWN_MACRO,
                    place.span(),
                    "no macro or function is called `" + name + "` in "
                            + entry.macros().file().path());
            return similar(found, name, owner + ".", macros(entry));
        }
        return similar(error(place, "`" + owner + "` has no `" + name + "`"), name, owner + ".", partsOf(owner));
    }

    private Collection<String> partsOf(String owner) {
        Object value = null;
        Map<?, ?> parts = scope.names();
        for (String step : owner.split("\\.", -1)) {
            value = parts.get(step);
            parts = value instanceof Map<?, ?> map
                    ? map
                    : value instanceof Printable printable ? printable.parts() : Map.of();
        }
        return parts.keySet().stream().map(Object::toString).toList();
    }

    private Collection<String> simpleNames(Position place) {
        var names = new TreeSet<>(scope.names().keySet());
        names.addAll(library.namespaces());
        library.all().stream()
                .filter(entry -> entry.written() == place.written())
                .forEach(entry -> names.addAll(macros(entry)));
        Tags.of(place.written().text()).stream()
                .filter(tag -> tag.kind() == Tag.Kind.DIRECTIVE)
                .forEach(tag ->
                        names.addAll(introducedBy(tag.text(place.written().text()))));
        return names;
    }

    /** The names that a tag of the same template gives to values: {@code [#assign x = 1]}, {@code [#list xs as x]}. */
    private static List<String> introducedBy(String tag) {
        var names = new ArrayList<String>();
        var introduced = Pattern.compile(
                        "(?:^\\[#(?:assign|local|global|macro|function)|\\sas)\\s+(\\w+)(?:\\s*,\\s*(\\w+))?")
                .matcher(tag);
        while (introduced.find()) {
            names.add(introduced.group(1));
            if (introduced.group(2) != null) {
                names.add(introduced.group(2));
            }
        }
        return names;
    }

    private static List<String> macros(Library.Entry entry) {
        return Signatures.of(entry).stream().map(MacroSignature::name).toList();
    }

    private static Position enclosing(Position place) {
        return Tags.of(place.written().text()).stream()
                .filter(tag -> tag.holds(place.start()))
                .findFirst()
                .map(tag -> new Position(place.written(), tag.start(), tag.end()))
                .orElse(place);
    }

    private static Diagnostic similar(Diagnostic found, String typed, String prefix, Collection<String> existing) {
        var near = Spelling.near(typed, existing);
        return near.isEmpty() ? found : found.help("a similar name exists: `" + prefix + near.getFirst() + "`");
    }

    private static Diagnostic error(Position place, String headline) {
        return Diagnostic.error(Code.UNDEFINED_NAME, place.span(), headline);
    }
}

package dev.assay.template;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A name that both a tag and an interpolation may call. */
record CallableModel(String path, Callable callable, Rendering rendering)
        implements TemplateMethodModelEx, TemplateDirectiveModel {

    @Override
    public TemplateModel exec(@SuppressWarnings("rawtypes") List arguments) throws TemplateModelException {
        var positional = new ArrayList<Object>();
        for (Object argument : arguments) {
            if (argument == null) {
                throw undefined(positional.size());
            }
            positional.add(Values.plain(argument));
        }
        return Values.model(path, call(positional), rendering);
    }

    private Object call(List<Object> positional) {
        if (positional.size() == 1 && positional.getFirst() instanceof Map<?, ?> named) {
            return call(List.of(), named(named));
        }
        return call(Collections.unmodifiableList(positional), Map.of());
    }

    private Object call(List<Object> positional, Map<String, Object> named) {
        var call = new Call(path, positional, named, rendering.placeOfCall(path, positional));
        return rendering.guard(() -> callable.call(call));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> named(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }

    @Override
    public void execute(
            Environment environment,
            @SuppressWarnings("rawtypes") Map parameters,
            TemplateModel[] loopVariables,
            TemplateDirectiveBody body)
            throws TemplateException, IOException {
        check(parameters);
        Object result = call(List.of(), Values.plain(parameters));
        if (result != null) {
            environment.getOut().write(text(result));
        }
    }

    /** FreeMarker hands on what is undefined, drops what has no name, and calls in spite of a body. */
    private void check(Map<?, ?> parameters) {
        Position tag = rendering.statement();
        String inside = tag.text().replaceFirst("^\\[@[\\w.]+", "").replaceFirst("/?]$", "");
        if (parameters.isEmpty() && !inside.isBlank()) {
            throw wrong(RenderProblems.error(tag, "a tag takes named values")
                    .help("write `${" + path + "(" + inside.strip() + ")}`"));
        }
        // The body itself says nothing: the checks that make a template stoppable stand in every body.
        if (!tag.text().endsWith("/]")) {
            throw wrong(
                    RenderProblems.error(tag, "`" + path + "` takes no body").help("end the tag with `/]`"));
        }
        for (var parameter : parameters.entrySet()) {
            if (parameter.getValue() == null) {
                throw wrong(rendering
                        .problems()
                        .undefined(Statements.named(tag, parameter.getKey().toString())));
            }
        }
    }

    private CallFailure undefined(int index) {
        Position statement = rendering.statement();
        var arguments = Statements.argumentsOf(statement, path);
        return wrong(
                index < arguments.size()
                        ? rendering.problems().undefined(arguments.get(index))
                        : Diagnostic.error(
                                Code.UNDEFINED_NAME, statement.span(), "a value given to `" + path + "` is undefined"));
    }

    private static CallFailure wrong(Diagnostic problem) {
        return new CallFailure(new ProblemsFound(problem));
    }

    private String text(Object result) {
        return switch (result) {
            case Printable printable -> rendering.guard(printable::print);
            case java.math.BigDecimal decimal -> decimal.toPlainString();
            default -> result.toString();
        };
    }
}

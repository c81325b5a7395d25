package dev.assay.template;

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
        Object result = call(List.of(), Values.plain(parameters));
        if (result != null) {
            environment.getOut().write(text(result));
        }
    }

    private String text(Object result) {
        return switch (result) {
            case Printable printable -> rendering.guard(printable::print);
            case java.math.BigDecimal decimal -> decimal.toPlainString();
            default -> result.toString();
        };
    }
}

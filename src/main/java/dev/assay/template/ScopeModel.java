package dev.assay.template;

import freemarker.template.TemplateException;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.io.IOException;

/** All that a template can name: what its scope holds, and the macro files, each opened when it is first named. */
record ScopeModel(Scope scope, Rendering rendering) implements TemplateHashModel {

    @Override
    public TemplateModel get(String name) throws TemplateModelException {
        Interrupted.check();
        Object value = scope.names().get(name);
        return value != null ? Values.model(name, value, rendering) : macros(name);
    }

    private TemplateModel macros(String name) throws TemplateModelException {
        try {
            return rendering.macros(name);
        } catch (TemplateModelException e) {
            throw e;
        } catch (TemplateException | IOException e) {
            throw new TemplateModelException(e.getMessage(), e);
        }
    }

    @Override
    public boolean isEmpty() {
        return false;
    }
}

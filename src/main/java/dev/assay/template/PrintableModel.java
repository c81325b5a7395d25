package dev.assay.template;

import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateScalarModel;

/** A value that prints as text and has parts. */
record PrintableModel(String path, Printable printable, Rendering rendering)
        implements TemplateScalarModel, TemplateHashModel {

    @Override
    public String getAsString() {
        return rendering.guard(printable::print);
    }

    @Override
    public TemplateModel get(String key) {
        return Values.model(path + "." + key, rendering.guard(printable::parts).get(key), rendering);
    }

    @Override
    public boolean isEmpty() {
        return false;
    }
}

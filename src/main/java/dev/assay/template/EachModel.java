package dev.assay.template;

import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelIterator;
import java.util.Iterator;
import java.util.function.Function;

/** One value after the other, each made a model when it is its turn. */
record EachModel(Iterator<?> values, Function<Object, TemplateModel> model) implements TemplateModelIterator {

    @Override
    public boolean hasNext() {
        return values.hasNext();
    }

    @Override
    public TemplateModel next() {
        return model.apply(values.next());
    }
}

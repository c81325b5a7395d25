package dev.assay.template;

import freemarker.template.TemplateModel;
import freemarker.template.TemplateSequenceModel;
import java.util.List;

/** A list that a template reads. */
record ListModel(String path, List<?> list, Rendering rendering) implements TemplateSequenceModel {

    @Override
    public TemplateModel get(int index) {
        boolean exists = index >= 0 && index < list.size();
        return exists ? Values.model(path + "[" + index + "]", list.get(index), rendering) : null;
    }

    @Override
    public int size() {
        return list.size();
    }
}

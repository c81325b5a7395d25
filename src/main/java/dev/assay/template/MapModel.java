package dev.assay.template;

import freemarker.template.SimpleScalar;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateModel;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

/** A map that a template reads: {@code target.schema}. */
record MapModel(String path, Map<?, ?> map, Rendering rendering) implements TemplateHashModelEx {

    @Override
    public TemplateModel get(String key) {
        return Values.model(path + "." + key, map.get(key), rendering);
    }

    @Override
    public boolean isEmpty() {
        return map.isEmpty();
    }

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public TemplateCollectionModel keys() {
        return each(map.keySet(), key -> new SimpleScalar(key.toString()));
    }

    @Override
    public TemplateCollectionModel values() {
        return each(map.values(), value -> Values.model(path, value, rendering));
    }

    static TemplateCollectionModel each(Collection<?> values, Function<Object, TemplateModel> model) {
        return () -> new EachModel(values.iterator(), model);
    }
}

package dev.assay.template;

import dev.assay.diagnostic.AssayBug;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plain Java values on our side, FreeMarker's models on its side. */
final class Values {

    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal GREATEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private Values() {}

    /**
     * A value as FreeMarker sees it.
     *
     * @param path how a template reaches it: {@code dialect.date_trunc}
     */
    static TemplateModel model(String path, Object value, Rendering rendering) {
        return switch (value) {
            case null -> null;
            case TemplateModel already -> already;
            case String text -> new SimpleScalar(text);
            case Number number -> new SimpleNumber(number);
            case Boolean truth -> truth ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
            case Callable callable -> new CallableModel(path, callable, rendering);
            case Printable printable -> new PrintableModel(path, printable, rendering);
            case Map<?, ?> map -> new MapModel(path, map, rendering);
            case List<?> list -> new ListModel(path, list, rendering);
            case Enum<?> word -> new SimpleScalar(word.toString());
            case java.time.temporal.Temporal time -> new SimpleScalar(time.toString());
            default ->
                throw new AssayBug("a template was given a " + value.getClass().getName() + " as " + path);
        };
    }

    /** What a template hands to a {@link Callable}. A {@link Printable} stays one. */
    static Object plain(Object given) throws TemplateModelException {
        return switch (given) {
            case null -> null;
            case PrintableModel printable -> printable.printable();
            case MapModel map -> map.map();
            case ListModel list -> list.list();
            case CallableModel callable -> callable.callable();
            case TemplateNumberModel number -> number(number.getAsNumber());
            case TemplateScalarModel text -> text.getAsString();
            case TemplateBooleanModel truth -> truth.getAsBoolean();
            case TemplateSequenceModel sequence -> list(sequence);
            case TemplateHashModelEx hash -> map(hash);
            case TemplateCollectionModel collection -> list(collection);
            default -> throw new TemplateModelException("a macro or function cannot be handed on");
        };
    }

    static Map<String, Object> plain(Map<?, ?> given) throws TemplateModelException {
        var plain = new TreeMap<String, Object>();
        for (var entry : given.entrySet()) {
            plain.put(entry.getKey().toString(), plain(entry.getValue()));
        }
        return Collections.unmodifiableMap(plain);
    }

    private static List<Object> list(TemplateSequenceModel sequence) throws TemplateModelException {
        var list = new ArrayList<Object>();
        for (int i = 0; i < sequence.size(); i++) {
            list.add(plain(sequence.get(i)));
        }
        return Collections.unmodifiableList(list);
    }

    private static List<Object> list(TemplateCollectionModel collection) throws TemplateModelException {
        var list = new ArrayList<Object>();
        for (var each = collection.iterator(); each.hasNext(); ) {
            list.add(plain(each.next()));
        }
        return Collections.unmodifiableList(list);
    }

    private static Map<String, Object> map(TemplateHashModelEx hash) throws TemplateModelException {
        var map = new java.util.LinkedHashMap<String, Object>();
        for (var keys = hash.keys().iterator(); keys.hasNext(); ) {
            String key = ((TemplateScalarModel) keys.next()).getAsString();
            map.put(key, plain(hash.get(key)));
        }
        return Collections.unmodifiableMap(map);
    }

    /** Whole numbers are Longs, whatever FreeMarker's arithmetic made of them. */
    static Object number(Number number) {
        return switch (number) {
            case Integer whole -> (Object) whole.longValue();
            case Short whole -> whole.longValue();
            case Byte whole -> whole.longValue();
            case BigInteger whole when whole.bitLength() < Long.SIZE -> whole.longValue();
            case BigDecimal decimal -> decimal(decimal.stripTrailingZeros());
            case Float floating -> floating.doubleValue();
            default -> number;
        };
    }

    private static Object decimal(BigDecimal decimal) {
        boolean isLong = decimal.scale() <= 0 && decimal.compareTo(LEAST) >= 0 && decimal.compareTo(GREATEST) <= 0;
        return isLong ? (Object) decimal.longValue() : decimal;
    }
}

package dev.assay.examine;

import dev.assay.manifest.DataTest;
import dev.assay.manifest.Reference;
import dev.assay.manifest.ResourceId;
import dev.assay.quality.TestKind;
import dev.assay.source.Span;
import dev.assay.sql.Draft.Wanted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The arguments of a generic test as its template sees them: defaults filled in, references turned into relations.
 */
final class TestArgumentValues {

    /** {@code ref('orders')}, {@code source("shop", "raw")}, with or without the signs of an interpolation. */
    private static final Pattern CALL = Pattern.compile("\\s*(?:\\$\\{)?\\s*(ref|source)\\s*\\(([^()]*)\\)\\s*}?\\s*");

    private static final Pattern NAME = Pattern.compile("\\s*(?:'([^']*)'|\"([^\"]*)\")\\s*");
    /** Arguments that take the plain name of a model as well. */
    private static final List<String> PLAIN_NAMES = List.of("to");

    private final DataTest test;
    private final DataTest.Generic use;
    private final Relations relations;

    TestArgumentValues(DataTest test, DataTest.Generic use, Relations relations) {
        this.test = test;
        this.use = use;
        this.relations = relations;
    }

    /** By name; an argument that stands for nothing is left out, so that a template can ask for it by {@code ??}. */
    Map<String, Object> values(TestKind kind) {
        var values = new LinkedHashMap<String, Object>();
        kind.parameters()
                .forEach(parameter -> parameter.defaultValue().ifPresent(v -> values.put(parameter.name(), v)));
        use.arguments().forEach((name, value) -> {
            values.remove(name);
            if (value != null) {
                values.put(name, resolved(name, value));
            }
        });
        return values;
    }

    private Object resolved(String name, Object value) {
        return switch (value) {
            case String text -> target(name, text).<Object>map(relations::of).orElse(text);
            case List<?> list -> {
                var items = new ArrayList<Object>();
                list.forEach(item -> items.add(item == null ? null : resolved(name, item)));
                yield Collections.unmodifiableList(items);
            }
            case Map<?, ?> map -> {
                var entries = new HashMap<String, Object>();
                map.forEach((key, item) -> entries.put(key.toString(), item == null ? null : resolved(name, item)));
                yield Collections.unmodifiableMap(entries);
            }
            default -> value;
        };
    }

    private Optional<ResourceId> target(String argument, String text) {
        Matcher call = CALL.matcher(text);
        if (call.matches()) {
            Wanted.Kind kind = call.group(1).equals("ref") ? Wanted.Kind.REF : Wanted.Kind.SOURCE;
            return find(argument, new Wanted(kind, names(call.group(2))));
        }
        return PLAIN_NAMES.contains(argument)
                ? find(argument, new Wanted(Wanted.Kind.REF, List.of(text.strip())))
                : Optional.empty();
    }

    /** A reference that was written inside this argument comes first: names may be used twice. */
    private Optional<ResourceId> find(String argument, Wanted wanted) {
        Span place = use.argumentPlaces().get(argument);
        return test.references().stream()
                .filter(reference -> reference.wanted().equals(wanted))
                .sorted((one, other) -> Boolean.compare(isInside(other, place), isInside(one, place)))
                .flatMap(reference -> reference.target().stream())
                .findFirst();
    }

    private static boolean isInside(Reference reference, Span place) {
        return place != null
                && reference.place().file().equals(place.file())
                && reference.place().start() >= place.start()
                && reference.place().end() <= place.end();
    }

    private static List<String> names(String written) {
        var names = new ArrayList<String>();
        for (String part : written.split(",", -1)) {
            Matcher name = NAME.matcher(part);
            if (name.matches()) {
                names.add(name.group(1) == null ? name.group(2) : name.group(1));
            }
        }
        return names;
    }
}

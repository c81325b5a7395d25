package dev.assay.app;

import dev.assay.json.JsonReader;
import dev.assay.json.JsonWriter;
import dev.assay.manifest.ColumnSpec;
import dev.assay.manifest.Config;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Resource.Description;
import dev.assay.manifest.ResourceId;
import dev.assay.source.Span;
import dev.assay.sql.Draft.Hole;
import dev.assay.sql.Draft.Part;
import dev.assay.sql.Draft.Wanted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that a node's publication needs of the project beside its SQL, as it was when its candidate was built.
 *
 * @param hooks by their setting: rendered as {@link KeptHook}, or the template of one that asks the warehouse when it runs
 * @param reads the relations and sources that it reads, through ephemerals
 * @param holes where its SQL names relations of the project
 * @param identity the warehouse's own id of the candidate; empty where it is not known
 */
record KeptDefinition(
        Map<String, Object> config,
        Map<String, List<Object>> hooks,
        Description description,
        List<ResourceId> reads,
        List<Hole> holes,
        Optional<String> identity) {

    /** Another one means that another assay wrote it. */
    private static final long FORMAT = 1;

    /** What is kept where the definition or the SQL holds a secret. */
    static String withheld(Optional<String> identity) {
        return JsonWriter.text(json -> json.object()
                .field("format", FORMAT)
                .field("secret", true)
                .field("identity", identity)
                .end());
    }

    /** Whether a kept text says that the definition was withheld. */
    static boolean isWithheld(String text) {
        return json(text).containsKey("secret");
    }

    /** Of the candidate, from a kept text. */
    static Optional<String> identity(String text) {
        return Optional.ofNullable(json(text).get("identity")).map(Object::toString);
    }

    private static Map<?, ?> json(String text) {
        return map(JsonReader.readText("a kept definition", text));
    }

    String text() {
        return JsonWriter.text(json -> {
            json.object().field("format", FORMAT).field("config", new TreeMap<>(config));
            json.object("hooks");
            new TreeMap<>(hooks).forEach((moment, some) -> {
                json.array(moment);
                some.forEach(hook -> hook(json, hook));
                json.end();
            });
            json.end();
            json.field("text", description.text()).field("meta", description.meta());
            json.array("columns");
            description.columns().forEach(column -> column(json, column));
            json.end();
            json.field("reads", reads.stream().map(ResourceId::value).toList());
            json.array("holes");
            holes.forEach(hole -> hole(json, hole));
            json.end().field("identity", identity).end();
        });
    }

    private static void hook(JsonWriter json, Object hook) {
        json.object();
        if (hook instanceof KeptHook(String sql)) {
            json.field("sql", sql);
        } else {
            json.field("template", hook);
        }
        json.end();
    }

    private static void column(JsonWriter json, ColumnSpec column) {
        json.object()
                .field("name", column.name())
                .field("description", column.description())
                .field("data_type", column.dataType())
                .field("quoted", column.quoted())
                .field("tags", column.tags())
                .field("meta", column.meta())
                .field("constraints", column.constraints())
                .end();
    }

    private static void hole(JsonWriter json, Hole hole) {
        json.object()
                .field("start", hole.start())
                .field("end", hole.end())
                .field("of", hole.wanted().names().getFirst())
                .field("part", hole.part().name())
                .end();
    }

    /** Empty where it was withheld, or another version of assay wrote it. */
    static Optional<KeptDefinition> read(String text, Relational now) {
        Map<?, ?> json = json(text);
        if (!Long.valueOf(FORMAT).equals(json.get("format")) || json.containsKey("secret")) {
            return Optional.empty();
        }
        var config = new HashMap<String, Object>();
        map(json.get("config")).forEach((key, value) -> config.put(key.toString(), value));
        var hooks = new HashMap<String, List<Object>>();
        map(json.get("hooks"))
                .forEach((moment, some) -> hooks.put(
                        moment.toString(),
                        list(some).stream().map(KeptDefinition::hook).toList()));
        return Optional.of(new KeptDefinition(
                config,
                hooks,
                new Description(
                        json.get("text").toString(),
                        plain(json.get("meta")),
                        list(json.get("columns")).stream()
                                .map(column -> column(map(column), now.place()))
                                .toList()),
                list(json.get("reads")).stream()
                        .map(id -> new ResourceId(id.toString()))
                        .toList(),
                list(json.get("holes")).stream().map(hole -> hole(map(hole))).toList(),
                identity(text)));
    }

    private static Object hook(Object written) {
        Map<?, ?> hook = map(written);
        return hook.containsKey("sql") ? new KeptHook(hook.get("sql").toString()) : hook.get("template");
    }

    private static ColumnSpec column(Map<?, ?> column, Span place) {
        return new ColumnSpec(
                column.get("name").toString(),
                place,
                column.get("description").toString(),
                Optional.ofNullable(column.get("data_type")).map(Object::toString),
                Boolean.TRUE.equals(column.get("quoted")),
                list(column.get("tags")).stream().map(Object::toString).toList(),
                plain(column.get("meta")),
                list(column.get("constraints")).stream()
                        .map(KeptDefinition::plain)
                        .toList());
    }

    private static Hole hole(Map<?, ?> hole) {
        return new Hole(
                ((Number) hole.get("start")).intValue(),
                ((Number) hole.get("end")).intValue(),
                new Wanted(Wanted.Kind.REF, List.of(hole.get("of").toString())),
                Part.valueOf(hole.get("part").toString()));
    }

    /** The settings of the node, with its kept hooks in the place of their templates. */
    Config config(Map<String, Span> places) {
        var values = new HashMap<>(config);
        values.putAll(hooks);
        return new Config(values, places);
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }

    private static Map<String, Object> plain(Object value) {
        var plain = new LinkedHashMap<String, Object>();
        map(value).forEach((key, each) -> plain.put(key.toString(), each));
        return plain;
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : new ArrayList<>();
    }
}

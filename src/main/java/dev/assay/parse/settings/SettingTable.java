package dev.assay.parse.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The settings that a kind of resource knows, and the shape of each. Keys have underscores. */
public record SettingTable(Map<String, SettingShape> shapes) {

    public SettingTable {
        shapes = Map.copyOf(shapes);
    }

    public static SettingTable empty() {
        return new SettingTable(Map.of());
    }

    public boolean knows(String key) {
        return shapes.containsKey(key);
    }

    SettingTable flags(String... keys) {
        return and(new SettingShape.Flag(), keys);
    }

    SettingTable texts(String... keys) {
        return and(new SettingShape.Text(), keys);
    }

    public SettingTable lists(String... keys) {
        return and(new SettingShape.Texts(), keys);
    }

    SettingTable numbers(String... keys) {
        return and(new SettingShape.Whole(), keys);
    }

    public SettingTable mappings(String... keys) {
        return and(new SettingShape.Mapping(), keys);
    }

    SettingTable anything(String... keys) {
        return and(new SettingShape.Anything(), keys);
    }

    SettingTable hooks(String... keys) {
        return and(new SettingShape.Hooks(), keys);
    }

    SettingTable word(String key, String... words) {
        return and(new SettingShape.Word(List.of(words)), key);
    }

    private SettingTable and(SettingShape shape, String... keys) {
        var more = new HashMap<>(shapes);
        for (String key : keys) {
            more.put(key, shape);
        }
        return new SettingTable(more);
    }
}

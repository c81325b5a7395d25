package dev.assay.warehouse.kit;

import dev.assay.warehouse.OutputSettings;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.Warehouses;
import dev.assay.yaml.Yaml;
import dev.assay.yaml.YamlReader;

/**
 * A real warehouse that stands ready for tests.
 *
 * @param name for the test report
 * @param type the word for it in profiles
 * @param fields the other fields of its output, as a profile writes them between braces; paths in them are whole
 * @param lasting whether what one process leaves is there for the next
 * @param looks how to ask it what only it knows how to ask
 */
public record Ground(String name, String type, String fields, boolean lasting, Looks looks) {

    /**
     * Questions in a warehouse's own words. What they are about is bound.
     *
     * @param relationComment binds schema and name
     * @param columnComment binds schema, name and column
     * @param fittings binds schema and name: indexes and constraints, one text each; empty where there are none
     * @param options binds schema and name: how the relation was made; empty where settings cannot say that
     */
    public record Looks(String relationComment, String columnComment, String fittings, String options) {}

    /** An output of a profile, with further fields. */
    public String output(String more) {
        return "{type: " + type + ", " + fields + (more.isEmpty() ? "" : ", " + more) + "}";
    }

    public Warehouse connect() {
        var mapping = (Yaml.Mapping) YamlReader.readText("profiles.yml", output(""));
        return Warehouses.make(type, new OutputSettings(mapping, ""));
    }

    @Override
    public String toString() {
        return name;
    }
}

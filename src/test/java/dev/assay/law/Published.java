package dev.assay.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a second client finds after a command, beside what {@code assay status} says.
 *
 * @param status by relation: what status says of it
 * @param catalog every relation and its kind
 * @param viewTexts the text of each view
 */
record Published(Map<String, Row> status, Map<String, String> catalog, Map<String, String> viewTexts) {

    private static final Pattern OBJECT = Pattern.compile("\\{[^{}]*}");
    private static final Pattern FIELD =
            Pattern.compile("\"(\\w+)\":(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(null|true|false|-?[\\d.]+))");

    /**
     * One relation in {@code assay status}.
     *
     * @param generation empty for one that was never published
     * @param proof {@code gone} where status itself says that the relation does not exist
     */
    record Row(String relation, String generation, String proof, String published, String heldSince) {

        boolean isPublished() {
            return !generation.isEmpty() && !proof.equals("gone");
        }

        boolean isProven() {
            return isPublished() && proof.equals("proven");
        }

        boolean isHeld() {
            return !heldSince.isEmpty();
        }
    }

    static Published of(LawDatabase database, String status) {
        var rows = new TreeMap<String, Row>();
        OBJECT.matcher(status).results().map(found -> fields(found.group())).forEach(fields -> {
            String relation = fields.getOrDefault("relation", "");
            rows.put(
                    relation,
                    new Row(
                            relation,
                            fields.getOrDefault("generation", ""),
                            fields.getOrDefault("proof", ""),
                            fields.getOrDefault("published", ""),
                            fields.getOrDefault("held_since", "")));
        });
        return new Published(rows, database.pairs(database.catalog()), database.pairs(database.viewTexts()));
    }

    /** The fields of a flat JSON object; those that are null are left out. */
    static Map<String, String> fields(String object) {
        var fields = new TreeMap<String, String>();
        FIELD.matcher(object).results().forEach(found -> {
            if (found.group(2) != null) {
                fields.put(found.group(1), found.group(2));
            } else if (!"null".equals(found.group(3))) {
                fields.put(found.group(1), found.group(3));
            }
        });
        return fields;
    }

    Set<String> publishedRelations() {
        var names = new TreeSet<String>();
        status.values().stream().filter(Row::isPublished).forEach(row -> names.add(row.relation()));
        return names;
    }

    List<String> heldRelations() {
        return status.values().stream().filter(Row::isHeld).map(Row::relation).toList();
    }

    /** Relations under one of assay's own names. */
    List<String> internal() {
        var found = new ArrayList<String>();
        catalog.keySet().stream().filter(name -> name.contains("__assay_")).forEach(found::add);
        return found;
    }
}

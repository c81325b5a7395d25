package dev.assay.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Says what an editor would underline: the part of JSON Schema that our schemas use. */
record SchemaValidator(SchemaFile schema) {

    /** Where the value does not fit, as paths of keys; empty where all fits. */
    List<String> misfits(Object value) {
        var found = new ArrayList<String>();
        check(schema.root(), value, "", found);
        return found;
    }

    private boolean fits(Object given, Object value) {
        var found = new ArrayList<String>();
        check(SchemaFile.map(given), value, "", found);
        return found.isEmpty();
    }

    private void check(Map<?, ?> written, Object value, String path, List<String> found) {
        Map<?, ?> rule = schema.resolved(written);
        if (!typeFits(rule.get("type"), value) || !wordFits(rule, value)) {
            found.add(path);
            return;
        }
        if (rule.get("not") != null && fits(rule.get("not"), value)) {
            found.add(path);
        }
        for (Object part : SchemaFile.map(rule).get("allOf") instanceof List<?> list ? list : List.of()) {
            check(SchemaFile.map(part), value, path, found);
        }
        if (rule.get("anyOf") instanceof List<?> ways && ways.stream().noneMatch(way -> fits(way, value))) {
            found.add(path);
        }
        switch (value) {
            case Map<?, ?> map -> mapping(rule, map, path, found);
            case List<?> list ->
                list.forEach(item -> check(SchemaFile.map(rule.get("items")), item, path + "[]", found));
            case null, default -> {}
        }
    }

    private void mapping(Map<?, ?> rule, Map<?, ?> map, String path, List<String> found) {
        if (rule.get("required") instanceof List<?> required) {
            required.stream().filter(key -> !map.containsKey(key)).forEach(key -> found.add(path + "." + key));
        }
        Map<?, ?> known = SchemaFile.map(rule.get("properties"));
        Map<?, ?> patterns = SchemaFile.map(rule.get("patternProperties"));
        map.forEach((key, value) -> {
            String inner = path + "." + key;
            boolean matches = patterns.keySet().stream()
                    .anyMatch(pattern -> Pattern.compile(pattern.toString())
                            .matcher(key.toString())
                            .find());
            if (known.containsKey(key)) {
                check(SchemaFile.map(known.get(key)), value, inner, found);
            } else if (Boolean.FALSE.equals(rule.get("additionalProperties"))) {
                found.add(inner);
            } else if (!matches) {
                check(SchemaFile.map(rule.get("additionalProperties")), value, inner, found);
            }
        });
    }

    private static boolean wordFits(Map<?, ?> rule, Object value) {
        boolean isWord = !(rule.get("enum") instanceof List<?> words) || words.contains(value);
        boolean isConstant = rule.get("const") == null || rule.get("const").equals(value);
        boolean matches = !(rule.get("pattern") instanceof String pattern)
                || !(value instanceof String text)
                || Pattern.compile(pattern).matcher(text).find();
        return isWord && isConstant && matches;
    }

    private static boolean typeFits(Object types, Object value) {
        return switch (types) {
            case null -> true;
            case List<?> list -> list.stream().anyMatch(type -> typeFits(type, value));
            default ->
                switch (types.toString()) {
                    case "object" -> value instanceof Map;
                    case "array" -> value instanceof List;
                    case "string" -> value instanceof String;
                    case "boolean" -> value instanceof Boolean;
                    case "integer" -> value instanceof Long;
                    case "number" -> value instanceof Number;
                    case "null" -> value == null;
                    default -> throw new AssertionError("unknown type " + types);
                };
        };
    }
}

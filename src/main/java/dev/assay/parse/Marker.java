package dev.assay.parse;

import dev.assay.sql.Draft.Wanted;
import dev.assay.template.Printable;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Stands for a relation whose name is not known yet, and prints as a sign that no SQL holds.
 *
 * <p>The sign has letters of both cases, quotes and a dot, so that a template that changes names (upper case, unquoted,
 * cut at the dot) breaks it, and is seen to look at what it prints.
 */
final class Marker implements Printable {

    static final char OPEN = '\uE000';
    static final char CLOSE = '\uE001';
    private static final String LETTERS = "\"aZ_\".\"bY\"";

    private final Wanted wanted;
    private final String sign;
    private int printed;
    private boolean taken;

    Marker(Wanted wanted, int number) {
        this.wanted = wanted;
        this.sign = OPEN + LETTERS + number + CLOSE;
    }

    Wanted wanted() {
        return wanted;
    }

    String sign() {
        return sign;
    }

    /** A template that asks for the same relation. */
    String written() {
        String names = wanted.names().stream()
                .map(name -> '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(", "));
        return switch (wanted.kind()) {
            case THIS -> "${this}";
            case REF -> "${ref(" + names + ")}";
            case SOURCE -> "${source(" + names + ")}";
        };
    }

    /** Whether the template only printed it, and nothing but the given number of times. */
    boolean isOnlyPrinted(int found) {
        return !taken && printed == found;
    }

    @Override
    public String print() {
        printed++;
        return sign;
    }

    @Override
    public Map<String, Object> parts() {
        taken = true;
        String last = wanted.names().isEmpty() ? "" : wanted.names().getLast();
        var parts = new HashMap<String, Object>();
        parts.put("database", "");
        parts.put("schema", "");
        parts.put("name", last);
        parts.put("identifier", last);
        return parts;
    }
}

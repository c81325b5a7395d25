package dev.assay.template;

import dev.assay.sql.Draft.Part;
import dev.assay.sql.Draft.Wanted;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Stands for the name of a relation, or for a part of it, and prints as a sign that no SQL contains.
 *
 * <p>The sign contains letters of both cases, quotes and a dot. A template that changes the name (upper case, unquoted,
 * split at the dot) breaks the sign, and so shows that it looks at the name.
 */
public final class Placeholder implements Printable {

    static final char OPEN = '\uE000';
    static final char CLOSE = '\uE001';
    private static final String LETTERS = "\"aZ_\".\"bY\"";

    private final Wanted wanted;
    private final Part part;
    private final Supplier<Map<String, Object>> parts;
    private final String sign;
    private int printed;
    private boolean isTaken;

    Placeholder(Wanted wanted, Part part, int number, Supplier<Map<String, Object>> parts) {
        this.wanted = wanted;
        this.part = part;
        this.parts = parts;
        this.sign = OPEN + LETTERS + number + CLOSE;
    }

    public Wanted wanted() {
        return wanted;
    }

    Part part() {
        return part;
    }

    public String sign() {
        return sign;
    }

    /** The template text that asks for the same relation. */
    public String written() {
        String names = wanted.names().stream()
                .map(name -> '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(", "));
        return switch (wanted.kind()) {
            case THIS -> "${this}";
            case REF -> "${ref(" + names + ")}";
            case SOURCE -> "${source(" + names + ")}";
            case PUBLISHED -> "${published(" + names + ")}";
        };
    }

    /** Whether the template printed the name as often as it was found in its text, and did nothing else with it. */
    boolean isOnlyPrinted(int found) {
        return !isTaken && printed == found;
    }

    boolean isUntouched() {
        return isOnlyPrinted(0);
    }

    @Override
    public String print() {
        printed++;
        return sign;
    }

    @Override
    public Map<String, Object> parts() {
        isTaken = true;
        return parts.get();
    }
}

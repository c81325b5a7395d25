package dev.assay.template;

import dev.assay.template.PlainTemplate.Comment;
import dev.assay.template.PlainTemplate.EmptyTag;
import dev.assay.template.PlainTemplate.Interpolation;
import dev.assay.template.PlainTemplate.Name;
import dev.assay.template.PlainTemplate.Part;
import dev.assay.template.PlainTemplate.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads a plain template; gives up at the first letter that asks for more. */
final class PlainReader {

    /** Thrown and caught in here: this template is not plain. */
    private static final class Doubt extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Doubt() {
            super(null, null, false, false);
        }
    }

    private static final Set<String> KEYWORDS = Set.of("true", "false", "gt", "gte", "lt", "lte", "as", "in", "using");
    private static final int LONGEST_NUMBER = 9;

    private final String text;
    private int at;

    private PlainReader(String text) {
        this.text = text;
    }

    static Optional<PlainTemplate> read(String text) {
        try {
            return Optional.of(new PlainTemplate(Blanks.strip(text, new PlainReader(text).parts())));
        } catch (Doubt doubt) {
            return Optional.empty();
        }
    }

    private List<Part> parts() {
        var parts = new ArrayList<Part>();
        int textStart = 0;
        while (at < text.length()) {
            int start = at;
            char c = text.charAt(at++);
            boolean opens = c == '$' ? next('{') : c == '[' && opensTag();
            if (opens) {
                if (start > textStart) {
                    parts.add(new Text(textStart, start));
                }
                parts.add(c == '$' ? interpolation(start) : take('#') ? comment(start) : tag(start));
                textStart = at;
            } else if (c == '\r' && !next('\n')) {
                throw new Doubt();
            }
        }
        if (textStart < text.length()) {
            parts.add(new Text(textStart, text.length()));
        }
        return parts;
    }

    /** Only calls and comments are read here; other {@code [#}, {@code [/#} and {@code [/@} ask for more. */
    private boolean opensTag() {
        if (text.startsWith("#--", at)) {
            return true;
        }
        if (next('#') || text.startsWith("/#", at) || text.startsWith("/@", at)) {
            throw new Doubt();
        }
        return take('@');
    }

    /** Only one before all else: of blanks between comments FreeMarker has rules of its own. */
    private Part comment(int start) {
        int end = text.indexOf("--]", at + 2);
        if (start > 0
                || end < 0
                || text.substring(at, end).contains("-->")
                || text.substring(end + 3).isBlank()) {
            throw new Doubt();
        }
        at = end + 3;
        return new Comment(start, at);
    }

    private Part interpolation(int start) {
        expect('{');
        String name = name();
        if (take('}')) {
            return new Name(name, start, at);
        }
        expect('(');
        var positional = new ArrayList<Object>();
        spaces();
        if (!take(')')) {
            do {
                spaces();
                positional.add(literal());
                spaces();
            } while (take(','));
            expect(')');
        }
        expect('}');
        return new Interpolation(name, Collections.unmodifiableList(positional), start, at);
    }

    private Part tag(int start) {
        String name = name();
        var named = new TreeMap<String, Object>();
        while (true) {
            boolean apart = blanks();
            if (take('/')) {
                expect(']');
                return new EmptyTag(name, Collections.unmodifiableMap(named), start, at);
            }
            if (!apart) {
                throw new Doubt();
            }
            add(named);
        }
    }

    private void add(Map<String, Object> named) {
        String key = name();
        expect('=');
        Object value = take('[') ? list() : value();
        if (named.put(key, value) != null) {
            throw new Doubt();
        }
    }

    private List<Object> list() {
        var list = new ArrayList<Object>();
        do {
            blanks();
            list.add(value());
            blanks();
        } while (take(','));
        expect(']');
        return Collections.unmodifiableList(list);
    }

    private Object value() {
        if (next('"') || next('\'')) {
            return literal();
        }
        return at < text.length() && isDigit(text.charAt(at)) ? (Object) number() : truth();
    }

    private long number() {
        int start = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        if (at - start > LONGEST_NUMBER || !(next(' ') || next('\n') || next(',') || next(']'))) {
            throw new Doubt();
        }
        return Long.parseLong(text, start, at, 10);
    }

    private boolean truth() {
        int start = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        if (!word.equals("true") && !word.equals("false")) {
            throw new Doubt();
        }
        return word.equals("true");
    }

    private String literal() {
        if (!next('"') && !next('\'')) {
            throw new Doubt();
        }
        char quote = text.charAt(at);
        int end = text.indexOf(quote, at + 1);
        if (end < 0) {
            throw new Doubt();
        }
        String content = text.substring(at + 1, end);
        if (content.indexOf('\\') >= 0
                || content.contains("${")
                || content.contains("#{")
                || content.indexOf('\r') >= 0) {
            throw new Doubt();
        }
        at = end + 1;
        return content;
    }

    private String name() {
        int start = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at);
        if (name.isEmpty() || isDigit(name.charAt(0)) || KEYWORDS.contains(name)) {
            throw new Doubt();
        }
        return name;
    }

    private boolean blanks() {
        int start = at;
        while (next(' ') || next('\n') || next('\t')) {
            at++;
        }
        return at > start;
    }

    private void spaces() {
        while (next(' ')) {
            at++;
        }
    }

    private boolean next(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private boolean take(char c) {
        boolean found = next(c);
        if (found) {
            at++;
        }
        return found;
    }

    private void expect(char c) {
        if (!take(c)) {
            throw new Doubt();
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNamePart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || isDigit(c);
    }
}

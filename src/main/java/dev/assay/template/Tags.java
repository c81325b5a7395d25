package dev.assay.template;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the tags of a template by its letters alone. Only messages and places are made from what it finds: FreeMarker
 * decides what a template means.
 */
final class Tags {

    private final String text;
    private final List<Tag> found = new ArrayList<>();

    private Tags(String text) {
        this.text = text;
    }

    static List<Tag> of(String text) {
        var tags = new Tags(text);
        tags.scan();
        return tags.found;
    }

    private void scan() {
        int at = 0;
        while (at < text.length()) {
            at = text.startsWith("[#--", at) ? after("--]", at) : text.charAt(at) == '[' ? tag(at) : other(at);
        }
    }

    private int other(int at) {
        return text.startsWith("${", at) ? add(Tag.Kind.INTERPOLATION, "", at, at + 2, '}') : at + 1;
    }

    private int tag(int at) {
        if (text.startsWith("[#", at)) {
            int end = add(Tag.Kind.DIRECTIVE, at, at + 2);
            return found.getLast().is(Tag.Kind.DIRECTIVE, "noparse") ? noparse(end) : end;
        }
        if (text.startsWith("[@", at)) {
            return add(Tag.Kind.CALL, at, at + 2);
        }
        if (text.startsWith("[/#", at)) {
            return add(Tag.Kind.END_OF_DIRECTIVE, at, at + 3);
        }
        return text.startsWith("[/@", at) ? add(Tag.Kind.END_OF_CALL, at, at + 3) : at + 1;
    }

    private int noparse(int from) {
        int end = text.indexOf("[/#noparse]", from);
        return end < 0 ? text.length() : end;
    }

    private int add(Tag.Kind kind, int start, int nameStart) {
        int nameEnd = nameStart;
        while (nameEnd < text.length() && isNamePart(text.charAt(nameEnd))) {
            nameEnd++;
        }
        return add(kind, text.substring(nameStart, nameEnd), start, nameEnd, ']');
    }

    private int add(Tag.Kind kind, String name, int start, int inside, char closer) {
        int end = endOfExpression(text, inside, closer);
        found.add(new Tag(kind, name, start, Math.min(end, text.length()), end <= text.length()));
        return Math.min(end, text.length());
    }

    private int after(String mark, int from) {
        int at = text.indexOf(mark, from);
        return at < 0 ? text.length() : at + mark.length();
    }

    static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }

    /** The offset behind the closer that ends an expression; behind the text's end when there is none. */
    static int endOfExpression(String text, int from, char closer) {
        int depth = 0;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (depth == 0 && c == closer) {
                return at + 1;
            }
            if (c == '"' || c == '\'') {
                at = endOfLiteral(text, at) - 1;
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            }
        }
        return text.length() + 1;
    }

    /** The offset behind a text literal that begins here. */
    static int endOfLiteral(String text, int start) {
        boolean raw = start > 0 && text.charAt(start - 1) == 'r' && (start < 2 || !isNamePart(text.charAt(start - 2)));
        char quote = text.charAt(start);
        for (int at = start + 1; at < text.length(); at++) {
            if (text.charAt(at) == '\\' && !raw) {
                at++;
            } else if (text.charAt(at) == quote) {
                return at + 1;
            }
        }
        return text.length();
    }
}

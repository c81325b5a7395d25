package dev.assay.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The exact letters of a call inside the tag or interpolation that made it. */
final class Statements {

    private Statements() {}

    /** The tag or interpolation that begins at the offset; the rest of the line where none does. */
    static Position at(TemplateSource written, int offset) {
        String text = written.text();
        if (text.startsWith("${", offset)) {
            return to(written, offset, Tags.endOfExpression(text, offset + 2, '}'));
        }
        if (offset < text.length() && text.charAt(offset) == '[') {
            return to(written, offset, Tags.endOfExpression(text, offset + 1, ']'));
        }
        int end = text.indexOf('\n', offset);
        return to(written, offset, end < 0 ? text.length() : end);
    }

    private static Position to(TemplateSource written, int start, int end) {
        return new Position(written, start, Math.min(end, written.text().length()));
    }

    /** Where in a statement a name is called with these arguments; the whole statement where that cannot be told. */
    static Position call(Position statement, String name, List<Object> positional) {
        var calls = calls(statement, name);
        var found = calls.stream()
                .filter(call -> literals(argumentsOf(call)).equals(Optional.of(positional)))
                .findFirst()
                .or(() -> calls.size() == 1 ? Optional.of(calls.getFirst()) : Optional.empty());
        return found.filter(call -> !isAllOf(statement, call)).orElse(statement);
    }

    private static boolean isAllOf(Position statement, Position call) {
        String text = statement.text();
        return text.startsWith("${")
                && text.substring(2, text.length() - 1).strip().equals(call.text());
    }

    private static List<Position> calls(Position statement, String name) {
        String text = statement.written().text();
        var calls = new ArrayList<Position>();
        for (int at = text.indexOf(name, statement.start());
                at >= 0 && at < statement.end();
                at = text.indexOf(name, at + 1)) {
            int open = skipBlanks(text, at + name.length());
            boolean whole = at == 0 || !Tags.isNamePart(text.charAt(at - 1));
            if (whole && open < statement.end() && text.charAt(open) == '(') {
                int end = Tags.endOfExpression(text, open + 1, ')');
                if (end <= statement.end()) {
                    calls.add(new Position(statement.written(), at, end));
                }
            }
        }
        return calls;
    }

    /** The arguments of the one call of a name in a statement; none where there are several calls. */
    static List<Position> argumentsOf(Position statement, String name) {
        var calls = calls(statement, name);
        return calls.size() == 1 ? argumentsOf(calls.getFirst()) : List.of();
    }

    /** What a tag gives to a name: the {@code x} of {@code [@config tags=x /]}. */
    static Position named(Position tag, String name) {
        var given = Pattern.compile("\\s" + Pattern.quote(name) + "\\s*=\\s*([\\w.]+)")
                .matcher(tag.text());
        return given.find()
                ? new Position(tag.written(), tag.start() + given.start(1), tag.start() + given.end(1))
                : tag;
    }

    /** The arguments of a call, each with its place. */
    static List<Position> argumentsOf(Position call) {
        String text = call.written().text();
        int last = call.end() - 1;
        int at = text.indexOf('(', call.start()) + 1;
        var arguments = new ArrayList<Position>();
        while (at < last) {
            int comma = Math.min(Tags.endOfExpression(text, at, ',') - 1, last);
            int start = skipBlanks(text, at);
            arguments.add(new Position(call.written(), start, Math.max(start, endWithoutBlanks(text, comma))));
            at = comma + 1;
        }
        return arguments;
    }

    private static Optional<List<Object>> literals(List<Position> arguments) {
        var values = new ArrayList<Object>();
        for (Position argument : arguments) {
            String text = argument.text();
            boolean isText = text.length() >= 2 && (text.startsWith("\"") || text.startsWith("'"));
            if (!isText || text.contains("\\") || Tags.endOfLiteral(text, 0) != text.length()) {
                return Optional.empty();
            }
            values.add(text.substring(1, text.length() - 1));
        }
        return Optional.of(values);
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int endWithoutBlanks(String text, int end) {
        int at = end;
        while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }
}

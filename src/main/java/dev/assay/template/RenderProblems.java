package dev.assay.template;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import freemarker.core.InvalidReferenceException;
import freemarker.template.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What went wrong while FreeMarker rendered, in words of ours where we know better ones. */
record RenderProblems(Library library, TemplateSource main, Scope scope) {

    private static final Pattern FRAME = Pattern.compile(
            "\\[in template \"([^\"]*)\"(?: in (?:macro|function) \"[^\"]*\")? at line (\\d+), column (\\d+)]$");
    private static final Pattern UNFIT = Pattern.compile("but this has evaluated to an? (\\w+)");
    private static final Pattern EXPECTED = Pattern.compile("Expected an?(?:\\(n\\))? ([a-z-]+)");

    Diagnostic of(TemplateException thrown) {
        TemplateException e = innermost(thrown);
        var frames = frames(e);
        Position place = position(e);
        String words = SyntaxProblems.firstLine(e.getMessageWithoutStackTop());
        var found = e instanceof InvalidReferenceException && e.getBlamedExpressionString() != null
                ? new UndefinedNames(library, scope).of(e.getBlamedExpressionString(), place)
                : new MacroCalls(frames).of(words).orElseGet(() -> other(e, words, place));
        return calledFrom(found, frames);
    }

    /** A value that is handed on and has none. */
    Diagnostic undefined(Position argument) {
        return new UndefinedNames(library, scope).of(argument.text(), argument);
    }

    /** FreeMarker stumbled in a way of its own. */
    Diagnostic unforeseen(RuntimeException e) {
        String words = e.getClass().getSimpleName().equals("Return")
                ? "a `[#return]` stands outside of a function"
                : SyntaxProblems.lowerCase(SyntaxProblems.firstLine(String.valueOf(e.getMessage())));
        return Diagnostic.error(Code.TEMPLATE_ERROR, Statements.at(main, 0).span(), words);
    }

    /** What happens inside an expression's own loop is wrapped by words that say nothing. */
    private static TemplateException innermost(TemplateException thrown) {
        return thrown.getCause() instanceof TemplateException cause && cause.getLineNumber() != null
                ? innermost(cause)
                : thrown;
    }

    private static Diagnostic other(TemplateException e, String words, Position place) {
        var unfit = UNFIT.matcher(words);
        if (e.getBlamedExpressionString() == null || !unfit.find()) {
            boolean isStatement = place.text().startsWith("[") || place.text().startsWith("${");
            return error(
                    isStatement ? Statements.at(place.written(), place.start()) : place,
                    SyntaxProblems.lowerCase(words));
        }
        String is = "`" + SyntaxProblems.firstLine(place.text()) + "` is " + type(unfit.group(1));
        if (words.startsWith("For \"${...}\"")) {
            return error(place, is + " and cannot be printed");
        }
        var expected = EXPECTED.matcher(words);
        return error(place, expected.find() ? is + " where " + due(expected.group(1)) + " is due" : is);
    }

    private static String due(String expected) {
        return switch (expected) {
            case "string" -> "text";
            case "boolean" -> "true or false";
            case "hash" -> "a map";
            case "sequence", "collection" -> "a list";
            case "method" -> "a function";
            case "user-defined" -> "a macro";
            default -> "a " + expected;
        };
    }

    private static String type(String freemarker) {
        return switch (freemarker) {
            case "string" -> "text";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "method", "directive" -> "a function";
            case "macro" -> "a macro";
            case "namespace" -> "a macro file";
            case "sequence", "collection", "extended_collection", "range" -> "a list";
            default -> "a map";
        };
    }

    static Diagnostic error(Position place, String headline) {
        return Diagnostic.error(Code.TEMPLATE_ERROR, place.span(), headline);
    }

    /** A problem inside a macro file is told with the call that led there. */
    private Diagnostic calledFrom(Diagnostic found, List<Position> frames) {
        boolean inside = frames.stream().anyMatch(frame -> frame.written() != main);
        boolean told = found.span()
                .filter(span -> !span.file().equals(main.span(0, 0).file()))
                .isEmpty();
        return inside && !told && frames.getLast().written() == main
                ? found.other(frames.getLast().span(), "called here")
                : found;
    }

    /** The tags and interpolations that led to where the template is, innermost first. */
    List<Position> frames(TemplateException e) {
        var frames = new ArrayList<Position>();
        String stack = e.getFTLInstructionStack();
        if (stack != null) {
            stack.lines()
                    .map(FRAME::matcher)
                    .filter(java.util.regex.Matcher::find)
                    .forEach(frame -> {
                        TemplateSource written = written(frame.group(1));
                        int start = written.offset(Integer.parseInt(frame.group(2)), Integer.parseInt(frame.group(3)));
                        frames.add(Statements.at(written, start));
                    });
        }
        return frames;
    }

    /** The piece of a template that an exception blames. */
    Position position(TemplateException e) {
        if (e.getLineNumber() == null) {
            return new Position(main, 0, 0);
        }
        TemplateSource written = written(e.getTemplateSourceName());
        int start = written.offset(e.getLineNumber(), e.getColumnNumber());
        int end = written.offset(e.getEndLineNumber(), e.getEndColumnNumber() + 1);
        return new Position(written, start, Math.max(start, end));
    }

    private TemplateSource written(String templateName) {
        return library.named(templateName).map(Library.Entry::written).orElse(main);
    }
}

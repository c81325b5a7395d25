package dev.assay.diagnostic;

import dev.assay.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One problem, complete and not yet drawn. Every face (terminal, annotation, SARIF, JSON) is drawn from this value alone.
 *
 * <p>How a message is written: the headline is one line, lower case, without a full stop, in the user's words. The label
 * under the carets adds a fact. A note is a fact; a help says what to do or type. Only what exists is suggested. A
 * warehouse's words stay its own. A secret is never printed. No "failed to", no "please".
 *
 * @param headline if only one line is seen, it is this one
 * @param label what the carets add to the headline; may be empty
 * @param others further places that matter: the other end of an edge, the first of two twins
 */
public record Diagnostic(
        Code code,
        Level level,
        String headline,
        Optional<Span> span,
        String label,
        List<Place> others,
        List<String> notes,
        List<String> help) {

    public enum Level {
        ERROR,
        WARNING,
        /** Good to know, no problem: what a template logs. */
        NOTE
    }

    /** Another place that matters, and what it has to do with the problem. */
    public record Place(Span span, String label) {}

    public static Diagnostic error(Code code, Span span, String headline) {
        return error(code, headline).at(span);
    }

    /** A problem that stands in no file: a wrong option, a warehouse that does not answer. */
    public static Diagnostic error(Code code, String headline) {
        return new Diagnostic(code, Level.ERROR, headline, Optional.empty(), "", List.of(), List.of(), List.of());
    }

    public static Diagnostic warning(Code code, String headline) {
        return new Diagnostic(code, Level.WARNING, headline, Optional.empty(), "", List.of(), List.of(), List.of());
    }

    public Diagnostic at(Span place) {
        return new Diagnostic(code, level, headline, Optional.of(place), label, others, notes, help);
    }

    public Diagnostic label(String words) {
        return new Diagnostic(code, level, headline, span, words, others, notes, help);
    }

    public Diagnostic other(Span place, String words) {
        return new Diagnostic(code, level, headline, span, label, append(others, new Place(place, words)), notes, help);
    }

    public Diagnostic note(String line) {
        return new Diagnostic(code, level, headline, span, label, others, append(notes, line), help);
    }

    public Diagnostic help(String line) {
        return new Diagnostic(code, level, headline, span, label, others, notes, append(help, line));
    }

    public Diagnostic help(List<String> lines) {
        return lines.stream().reduce(this, Diagnostic::help, (one, other) -> other);
    }

    public boolean isError() {
        return level == Level.ERROR;
    }

    private static <T> List<T> append(List<T> list, T last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }
}

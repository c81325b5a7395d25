package dev.assay.select;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.source.SourceFile;
import dev.assay.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads selections as they are typed: a space joins, a comma without spaces cuts. */
record Grammar(Problems problems) {

    private static final Pattern WORD = Pattern.compile("\\S+");

    /** Where a piece of the text was written. */
    @FunctionalInterface
    interface Places {
        Span of(int start, int end);
    }

    /** What one option of the command line says: messages point into its text. */
    List<Expression> option(String name, String text) {
        return read(text, new SourceFile(name, text)::span);
    }

    /** The things to join; what could not be read is told and left out. */
    List<Expression> read(String text, Places places) {
        var parts = new ArrayList<Expression>();
        var words = WORD.matcher(text);
        while (words.find()) {
            intersection(words.group(), words.start(), places).ifPresent(parts::add);
        }
        return parts;
    }

    private Optional<Expression> intersection(String word, int start, Places places) {
        var parts = new ArrayList<Expression>();
        int from = 0;
        boolean whole = true;
        for (String part : word.split(",", -1)) {
            Span place = places.of(start + from, start + from + part.length());
            Optional<Expression> term = part.isEmpty()
                    ? missingBesideComma(places.of(start, start + word.length()))
                    : term(Term.read(part), place, Optional.empty());
            term.ifPresent(parts::add);
            whole &= term.isPresent();
            from += part.length() + 1;
        }
        return whole ? Optional.of(Expression.allOf(parts, places.of(start, start + word.length()))) : Optional.empty();
    }

    private Optional<Expression> missingBesideComma(Span place) {
        problems.add(Diagnostic.error(
                        Code.SELECTION_SYNTAX, place, "a comma in `" + place.text() + "` has nothing beside it")
                .note("a comma takes what both sides match; a space takes what either matches")
                .help("write both sides without a space between: `tag:nightly,orders+`"));
        return Optional.empty();
    }

    /** The term as an expression, if it makes sense. */
    Optional<Expression> term(Term term, Span place, Optional<Indirect> indirect) {
        Optional<Diagnostic> nonsense = nonsense(term, place);
        nonsense.ifPresent(problems::add);
        return nonsense.isPresent() ? Optional.empty() : Optional.of(new Expression.Leaf(term, place, indirect));
    }

    private static Optional<Diagnostic> nonsense(Term term, Span place) {
        if (term.method().isEmpty() && term.value().startsWith("-")) {
            return Optional.of(Diagnostic.error(
                            Code.SELECTION_SYNTAX, place, "`" + place.text() + "` looks like an option, and is no term")
                    .help("type an option as a word of its own, outside the quotes")
                    .help("a name that begins with a dash needs a method before it: `fqn:" + place.text() + "`"));
        }
        if (term.value().isEmpty()) {
            var problem = Diagnostic.error(Code.SELECTION_SYNTAX, place, "`" + term + "` names nothing");
            return Optional.of(
                    term.method().isPresent()
                            ? problem.help("write a value behind the colon, or `*` for any")
                            : problem.help("write a name beside the plus: `+orders`, `orders+`, `2+orders`"));
        }
        if (term.family() && term.children().exists()) {
            var bare = new Term(true, term.parents(), term.method(), term.value(), Reach.NONE);
            return Optional.of(Diagnostic.error(
                            Code.SELECTION_SYNTAX,
                            place,
                            "`@` and a plus at the end exclude each other: `" + term + "`")
                    .help("`" + bare + "` takes all that is downstream already, and all that those need"));
        }
        return Optional.empty();
    }
}

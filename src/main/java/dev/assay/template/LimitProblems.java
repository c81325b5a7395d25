package dev.assay.template;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A template that does not come to its end, and the place that is to blame. */
record LimitProblems(Library library, TemplateSource main, RenderLimits limits) {

    private static final Pattern ENDLESS_RANGE =
            Pattern.compile("^\\[#list\\s.*\\.\\.\\s*(as\\b.*)?]$", Pattern.DOTALL);

    Diagnostic time(Optional<Position> seen) {
        return problem(seen, "the template does not end: it was stopped after " + duration());
    }

    /** What the template does there cannot be interrupted. */
    Diagnostic stuck(Optional<Position> seen) {
        return problem(
                        seen,
                        "the template does not end, and could not be stopped after " + duration()
                                + ": the whole process ends")
                .note("nothing was published by it")
                .help("a regular expression that repeats what repeats, such as `(.*a){25}`, can try for years:"
                        + " write it without nested repetition");
    }

    Diagnostic output(Position now) {
        String size = limits.characters() >= 1024 * 1024
                ? limits.characters() / (1024 * 1024) + " MiB"
                : limits.characters() + " characters";
        return problem(Optional.of(loop(List.of(), now)), "the template prints more than " + size);
    }

    Diagnostic memory() {
        return problem(Optional.empty(), "the template asks for more memory than there is");
    }

    Diagnostic recursion() {
        return new Recursion(library, main)
                .circle()
                .map(circle -> problem(
                                Optional.of(circle.closing()), "`" + circle.name() + "` calls itself without end")
                        .help("a macro that calls itself needs an `[#if …]` that stops it"))
                .orElseGet(() -> problem(Optional.empty(), "the template is nested too deeply"));
    }

    /**
     * The loop to which a place belongs: one without an upper bound if there is such, else the innermost, else what the
     * main text does.
     */
    static Position loop(List<Position> frames, Position now) {
        var loops = Stream.concat(Stream.of(now), frames.stream())
                .flatMap(LimitProblems::loopsAround)
                .toList();
        return loops.stream()
                .filter(loop -> ENDLESS_RANGE.matcher(loop.text()).matches())
                .findFirst()
                .or(() -> loops.stream().findFirst())
                .or(() -> frames.stream().reduce((inner, outer) -> outer))
                .orElseGet(() -> Statements.at(now.written(), now.start()));
    }

    private static Stream<Position> loopsAround(Position place) {
        return Nesting.openAt(place.written().text(), place.start() + 1).stream()
                .filter(tag -> tag.is(Tag.Kind.DIRECTIVE, "list"))
                .map(tag -> new Position(place.written(), tag.start(), tag.end()));
    }

    private Diagnostic problem(Optional<Position> place, String headline) {
        return Diagnostic.error(Code.TEMPLATE_ENDLESS, place.map(Position::span).orElseGet(this::top), headline);
    }

    private dev.assay.source.Span top() {
        return Statements.at(main, 0).span();
    }

    private String duration() {
        long milliseconds = limits.time().toMillis();
        return milliseconds % 1000 == 0 ? milliseconds / 1000 + " s" : milliseconds + " ms";
    }
}

package dev.assay.select;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.diagnostic.Spelling;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Resource;
import dev.assay.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The warning of a term that matches nothing: what may have been meant, and where it went. */
record NothingMatches(Manifest manifest, List<Resource> selectable) {

    /** Where a bare name is looked for when nothing is called so. */
    private static final List<Method> ELSEWHERE = List.of(Method.TAG, Method.SOURCE, Method.GROUP, Method.TEST_NAME);

    Diagnostic matches(Expression.Leaf leaf, Method method, Question question) {
        var warning = warning(leaf, "nothing matches `" + leaf.term() + "`");
        Optional<Resource> disabled =
                manifest.disabled().stream().filter(method.matching(question)).findFirst();
        if (disabled.isPresent()) {
            return warning.note("`" + disabled.get().name() + "` ("
                    + disabled.get().identity().path() + ") "
                    + (isEmpty(disabled.get()) ? "has no SQL" : "is disabled"));
        }
        List<String> near = near(method, question);
        if (!near.isEmpty()) {
            String exists = near.size() == 1 ? "a similar " + method.noun() + " exists: " : "similar ones exist: ";
            warning = warning.help(exists + Quoted.list(near));
        }
        for (String pattern : patterns(method, question)) {
            warning = warning.help("a name with a blank is selected by a pattern: `" + pattern + "`");
        }
        for (String other : elsewhere(method, question)) {
            warning = warning.help("`" + other + "` matches");
        }
        return warning;
    }

    /** Each side matches something, but never the same thing. */
    Diagnostic inAll(Expression.Intersection intersection) {
        return Diagnostic.warning(Code.SELECTION_EMPTY, "nothing matches all of `" + intersection + "`")
                .at(intersection.place());
    }

    private static Diagnostic warning(Expression.Leaf leaf, String headline) {
        return Diagnostic.warning(Code.SELECTION_EMPTY, headline).at(leaf.place());
    }

    private List<String> near(Method method, Question question) {
        if (Glob.isPattern(question.value())) {
            return List.of();
        }
        List<String> existing = selectable.stream()
                .flatMap(resource -> method.words(question, resource))
                .distinct()
                .toList();
        return Spelling.near(question.value(), existing);
    }

    // A model without SQL is switched off by its file, another one by a setting that somebody wrote.
    private static boolean isEmpty(Resource resource) {
        Span place = resource.config().places().get("enabled");
        return resource instanceof Model && place != null && place.isWholeFile();
    }

    /** Blanks separate terms: of a name that holds one, the term is a word. */
    private List<String> patterns(Method method, Question question) {
        return selectable.stream()
                .filter(resource -> method == Method.FQN)
                .map(Resource::name)
                .filter(name ->
                        List.of(name.split("\\s", -1)).contains(question.value()) && !name.equals(question.value()))
                .map(name -> name.replaceAll("\\s", "?"))
                .distinct()
                .limit(1)
                .toList();
    }

    /** The same value under another method: {@code tag:nightly} for one who wrote {@code nightly}. */
    private List<String> elsewhere(Method method, Question question) {
        if (method != Method.FQN || Glob.isPattern(question.value())) {
            return List.of();
        }
        return ELSEWHERE.stream()
                .flatMap(other -> matchingWord(other, question))
                .toList();
    }

    private Stream<String> matchingWord(Method other, Question question) {
        try {
            Predicate<Resource> matching = other.matching(question);
            return selectable.stream().anyMatch(matching)
                    ? Stream.of(other.word() + ":" + question.value())
                    : Stream.empty();
        } catch (ProblemsFound noValueOfThatMethod) {
            return Stream.empty();
        }
    }
}

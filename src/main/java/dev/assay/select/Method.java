package dev.assay.select;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.diagnostic.Spelling;
import dev.assay.manifest.Resource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The ways to say which resources are meant. A new one is a line here: how it matches, and which words of a resource it
 * looks at, so that a misspelt one can be told from those that exist.
 */
// Its functions hold nothing that changes, which the checker cannot know.
@SuppressWarnings("ImmutableEnumChecker")
enum Method {
    FQN("name", Matching::name, question -> ResourceWords::names),
    TAG("tag", Matching.anyOf(ResourceWords::tags), question -> ResourceWords::tags),
    PATH("path", Matching::path, question -> ResourceWords::folders),
    FILE("file", Matching.anyOf(ResourceWords::fileNames), question -> ResourceWords::fileNames),
    PACKAGE("package", Matching::ofPackage, question -> ResourceWords::packageName),
    CONFIG("value", Matching::config, question -> question.setting()::words),
    RESOURCE_TYPE("resource type", Matching::resourceType, question -> ResourceWords::none),
    SOURCE("source", Matching::source, question -> ResourceWords::sourceNames),
    EXPOSURE("exposure", Matching::exposure, question -> ResourceWords::exposureName),
    TEST_TYPE("test type", Matching::testType, question -> ResourceWords::none),
    TEST_NAME("kind of test", Matching.anyOf(ResourceWords::testKind), question -> ResourceWords::testKind),
    GROUP("group", Matching.anyOf(ResourceWords::group), question -> ResourceWords::group),
    ACCESS("access", Matching.anyOf(ResourceWords::access), question -> ResourceWords::access),
    UNIT_TEST("unit test", question -> resource -> false, question -> ResourceWords::none),
    /** Another selection, by name: resolved where selections are put together, see {@link Evaluation}. */
    SELECTOR("selector", Matching.later("selector"), question -> ResourceWords::none),
    STATE("state", Matching.later("state"), question -> ResourceWords::none),
    RESULT("result", Matching.later("result"), question -> ResourceWords::none),
    SOURCE_STATUS("source status", Matching.later("source_status"), question -> ResourceWords::none),
    VERSION("version", Matching.later("version"), question -> ResourceWords::none);

    private final String noun;
    private final Function<Question, Predicate<Resource>> matching;
    private final Function<Question, Function<Resource, Stream<String>>> words;

    Method(
            String noun,
            Function<Question, Predicate<Resource>> matching,
            Function<Question, Function<Resource, Stream<String>>> words) {
        this.noun = noun;
        this.matching = matching;
        this.words = words;
    }

    /** As users type it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its values are called in messages. */
    String noun() {
        return noun;
    }

    /** Which resources a question means; a question without sense is refused. */
    Predicate<Resource> matching(Question question) {
        return matching.apply(question);
    }

    /** The values that would match a resource. */
    Stream<String> words(Question question, Resource resource) {
        return words.apply(question).apply(resource);
    }

    /** The method of a term. Departs from dbt: there an unknown one is a warning and selects nothing. */
    static Method of(Expression.Leaf leaf) {
        Term term = leaf.term();
        Optional<String> name = term.methodName();
        Method method =
                name.isEmpty() ? standard(term.value()) : named(name.get()).orElseThrow(() -> unknown(leaf));
        if (method != CONFIG && !term.arguments().isEmpty()) {
            throw new ProblemsFound(Diagnostic.error(
                            Code.SELECTION_SYNTAX, leaf.place(), "the method `" + method.word() + "` takes no key")
                    .help("write `" + method.word() + ":" + term.value() + "`"));
        }
        return method;
    }

    private static Optional<Method> named(String word) {
        return Arrays.stream(values())
                .filter(method -> method.word().equals(word))
                .findFirst();
    }

    /** Where no method was written, the value tells. */
    private static Method standard(String value) {
        if (value.contains("/") || value.contains("\\")) {
            return PATH;
        }
        String lower = value.toLowerCase(Locale.ROOT);
        return Stream.of(".sql", ".csv", ".yml", ".yaml").anyMatch(lower::endsWith) ? FILE : FQN;
    }

    private static ProblemsFound unknown(Expression.Leaf leaf) {
        String word = leaf.term().methodName().orElse("");
        List<String> known = Arrays.stream(values()).map(Method::word).toList();
        List<String> near = Spelling.near(word, known);
        var problem =
                Diagnostic.error(Code.SELECTION_SYNTAX, leaf.place(), "no selection method is called `" + word + "`");
        return new ProblemsFound(
                near.isEmpty()
                        ? problem.note("there are: " + Quoted.list(known))
                        : problem.help("a similar one exists: " + Quoted.list(near)));
    }
}

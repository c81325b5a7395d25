package dev.assay.select;

import dev.assay.manifest.DataTest;
import dev.assay.manifest.Exposure;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceType;
import dev.assay.manifest.Source;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How the methods of {@link Method} match where a pattern over words is not all. */
final class Matching {

    /** Resources of dbt that assay does not have yet: as a type they match nothing. */
    private static final List<String> TYPES_TO_COME = List.of("snapshot", "unit_test");

    private static final List<String> TEST_TYPES = List.of("generic", "schema", "singular", "data", "unit");

    private Matching() {}

    static Function<Question, Predicate<Resource>> anyOf(Function<Resource, Stream<String>> words) {
        return question -> {
            Predicate<String> pattern = Glob.of(question.value());
            return resource -> words.apply(resource).anyMatch(pattern);
        };
    }

    static Predicate<Resource> name(Question question) {
        var name = new QualifiedName(question.value());
        return resource ->
                !(resource instanceof Source) && name.test(resource.identity().fqn());
    }

    static Predicate<Resource> path(Question question) {
        var pattern = new PathPattern(question.value());
        return resource -> ResourceWords.paths(resource).anyMatch(pattern);
    }

    static Predicate<Resource> ofPackage(Question question) {
        Predicate<String> pattern =
                question.value().equals("this") ? question.projectName()::equals : Glob.of(question.value());
        return resource -> pattern.test(resource.identity().packageName());
    }

    static Predicate<Resource> config(Question question) {
        return question.setting().is(question.value());
    }

    static Predicate<Resource> resourceType(Question question) {
        List<String> selectable = Stream.of(
                        ResourceType.MODEL,
                        ResourceType.SEED,
                        ResourceType.SOURCE,
                        ResourceType.TEST,
                        ResourceType.ANALYSIS,
                        ResourceType.EXPOSURE)
                .map(ResourceType::word)
                .toList();
        if (!selectable.contains(question.value()) && !TYPES_TO_COME.contains(question.value())) {
            throw question.notAmong("resource type", selectable);
        }
        return resource -> resource.id().type().word().equals(question.value());
    }

    static Predicate<Resource> source(Question question) {
        List<String> names =
                question.names(3, "a source is `source:shop`, `source:shop.orders` or `source:package.shop.orders`");
        Predicate<String> ofPackage = Glob.of(names.size() == 3 ? names.getFirst() : "*");
        Predicate<String> schema = Glob.of(names.get(names.size() == 3 ? 1 : 0));
        Predicate<String> table = Glob.of(names.size() == 1 ? "*" : names.getLast());
        return resource -> resource instanceof Source source
                && ofPackage.test(source.identity().packageName())
                && schema.test(source.sourceName())
                && table.test(source.name());
    }

    static Predicate<Resource> exposure(Question question) {
        List<String> names = question.names(2, "an exposure is `exposure:name` or `exposure:package.name`");
        Predicate<String> ofPackage = Glob.of(names.size() == 2 ? names.getFirst() : "*");
        Predicate<String> name = Glob.of(names.getLast());
        return resource -> resource instanceof Exposure
                && ofPackage.test(resource.identity().packageName())
                && name.test(resource.name());
    }

    static Predicate<Resource> testType(Question question) {
        return switch (question.value()) {
            case "generic", "schema" -> resource -> resource instanceof DataTest test && test.isGeneric();
            case "singular" -> resource -> resource instanceof DataTest test && !test.isGeneric();
            case "data" -> DataTest.class::isInstance;
            case "unit" -> resource -> false;
            default -> throw question.notAmong("test type", TEST_TYPES);
        };
    }

    static Function<Question, Predicate<Resource>> later(String word) {
        return question -> {
            throw question.refused("the selection method `" + word + "` comes with a later version of assay");
        };
    }
}

package dev.assay.select;

import dev.assay.manifest.DataTest;
import dev.assay.manifest.Exposure;
import dev.assay.manifest.Model;
import dev.assay.manifest.Resource;
import dev.assay.manifest.Source;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the methods look at in a resource, as words. */
final class ResourceWords {

    private ResourceWords() {}

    static Stream<String> none(Resource resource) {
        return Stream.empty();
    }

    /** The own name, and each folder's on the way to it. */
    static Stream<String> names(Resource resource) {
        List<String> fqn = resource.identity().fqn();
        return resource instanceof Source || fqn.isEmpty()
                ? Stream.empty()
                : Stream.concat(
                        fqn.stream().skip(1),
                        IntStream.range(3, fqn.size() + 1).mapToObj(end -> String.join(".", fqn.subList(1, end))));
    }

    static Stream<String> tags(Resource resource) {
        return resource.config().tags().stream();
    }

    /**
     * The files that make a resource, by their way from the project and, where that differs, from the folder in which the
     * user stands: a path can be copied out of a message.
     */
    static Stream<String> paths(Resource resource) {
        Resource.Identity identity = resource.identity();
        return Stream.of(identity.path(), identity.place().file().path(), identity.patch())
                .filter(path -> !path.isEmpty());
    }

    static Stream<String> folders(Resource resource) {
        return paths(resource)
                .flatMap(path -> IntStream.range(1, path.length() + 1)
                        .filter(end -> end == path.length() || path.charAt(end) == '/')
                        .mapToObj(end -> path.substring(0, end)));
    }

    /** With the ending and without. */
    static Stream<String> fileNames(Resource resource) {
        String path = resource.identity().path();
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return dot > 0 ? Stream.of(file, file.substring(0, dot)) : Stream.of(file);
    }

    static Stream<String> packageName(Resource resource) {
        return Stream.of(resource.identity().packageName());
    }

    static Stream<String> sourceNames(Resource resource) {
        return resource instanceof Source source
                ? Stream.of(source.sourceName(), source.sourceName() + "." + source.name())
                : Stream.empty();
    }

    static Stream<String> exposureName(Resource resource) {
        return resource instanceof Exposure ? Stream.of(resource.name()) : Stream.empty();
    }

    static Stream<String> testKind(Resource resource) {
        return resource instanceof DataTest test ? test.generic().map(DataTest.Generic::kind).stream() : Stream.empty();
    }

    static Stream<String> group(Resource resource) {
        return resource.config().group().stream();
    }

    static Stream<String> access(Resource resource) {
        return resource instanceof Model ? Stream.of(resource.config().access()) : Stream.empty();
    }
}

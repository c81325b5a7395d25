package dev.assay.compile;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Resource;
import dev.assay.manifest.Source;
import dev.assay.source.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the source whose files a refusal names: they are mended where they are said to lie, not where they are read. */
public record FilesMeant(Manifest manifest) {

    private static final Pattern QUOTED = Pattern.compile("[\"']([^\"']+)[\"']");

    /**
     * The problem at the location of the source that is meant; as it was where none is.
     *
     * @param reader what was refused
     * @param words the warehouse's own
     */
    public Diagnostic placed(Diagnostic problem, Resource reader, String warehouse, String words) {
        return meant(reader, words)
                .map(source -> placed(
                        problem,
                        ExternalFiles.place(source),
                        warehouse + " could not read the files of " + ExternalFiles.called(source) + " for "
                                + reader.id().type().word() + " `" + reader.name() + "`"))
                .orElse(problem);
    }

    private static Diagnostic placed(Diagnostic problem, Span place, String headline) {
        var moved = new Diagnostic(
                problem.code(),
                problem.level(),
                headline,
                Optional.of(place),
                problem.label(),
                problem.others(),
                problem.notes(),
                problem.help());
        return problem.span().map(read -> moved.other(read, "read here")).orElse(moved);
    }

    private Optional<Source> meant(Resource reader, String words) {
        List<String> named = words.lines().findFirst().stream()
                .flatMap(line -> QUOTED.matcher(line).results().map(found -> found.group(1)))
                .toList();
        return reader.needs().stream()
                .flatMap(id -> manifest.find(id).stream())
                .filter(Source.class::isInstance)
                .map(Source.class::cast)
                .filter(source -> named.stream().anyMatch(path -> isOf(source, path)))
                .findFirst();
    }

    /** What is sent is whole; what is written may start from the project's folder, or above it. */
    private static boolean isOf(Source source, String path) {
        return ExternalFiles.location(source)
                .filter(location -> FileForm.isAddress(location)
                        ? path.equals(location)
                        : Path.of(path).endsWith(below(Path.of(location).normalize())))
                .isPresent();
    }

    private static Path below(Path location) {
        return location.startsWith("..") && location.getNameCount() > 1
                ? below(location.subpath(1, location.getNameCount()))
                : location;
    }
}

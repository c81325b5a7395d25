package dev.assay.project;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.source.Span;
import dev.assay.yaml.Fields;
import dev.assay.yaml.Yaml;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The paths of the project file. What is written stays inside the project; what a variable says may lie anywhere. */
final class ProjectPaths {

    private final Path folder;
    private final Templated templated;
    private final Problems problems;

    ProjectPaths(Path folder, Templated templated) {
        this.folder = folder;
        this.templated = templated;
        this.problems = templated.problems();
    }

    Map<SourceTree.Kind, List<SourcePath>> folders(Fields fields) {
        var paths = new EnumMap<SourceTree.Kind, List<SourcePath>>(SourceTree.Kind.class);
        ProjectKeys.PATHS.forEach((kind, folders) -> paths.put(
                kind,
                fields.has(folders.key())
                        ? list(fields, folders)
                        : List.of(new SourcePath(folders.usual(), Optional.empty()))));
        return paths;
    }

    String targetPath(Fields fields) {
        return fields.scalar("target-path").flatMap(this::path).orElse("target");
    }

    /** What {@code assay clean} removes: never anything outside, whoever says so. */
    List<String> cleanTargets(Fields fields, String targetPath) {
        if (!fields.has("clean-targets")) {
            return List.of(targetPath);
        }
        return fields.scalars("clean-targets").stream()
                .map(templated::scalar)
                .filter(scalar -> scalar.plain() != null)
                .filter(scalar -> isInside(scalar.written(), scalar.span()))
                .map(Yaml.Scalar::written)
                .toList();
    }

    private List<SourcePath> list(Fields fields, ProjectKeys.Folders folders) {
        Path usual = folder.resolve(folders.usual());
        return fields.scalars(folders.key()).stream()
                .flatMap(scalar -> path(scalar).stream()
                        .map(path -> new SourcePath(
                                path,
                                folder.resolve(path).normalize().equals(usual)
                                        ? Optional.empty()
                                        : Optional.of(scalar.span()))))
                .toList();
    }

    private Optional<String> path(Yaml.Scalar written) {
        Yaml.Scalar rendered = templated.scalar(written);
        if (rendered.plain() == null) {
            return Optional.empty();
        }
        String path = rendered.written();
        boolean allowed =
                Templated.isTemplate(written.written()) ? isPath(path, written.span()) : isInside(path, written.span());
        return allowed ? Optional.of(path) : Optional.empty();
    }

    private boolean isPath(String path, Span place) {
        try {
            if (!path.isBlank()) {
                return Path.of(path) != null;
            }
        } catch (InvalidPathException refused) {
            problems.add(Diagnostic.error(Code.WRONG_VALUE, place, "`" + path + "` cannot be a path"));
            return false;
        }
        problems.add(Diagnostic.error(Code.WRONG_VALUE, place, "a path is empty"));
        return false;
    }

    private boolean isInside(String path, Span place) {
        if (!isPath(path, place)) {
            return false;
        }
        boolean inside = folder.resolve(path).normalize().startsWith(folder);
        if (!inside) {
            problems.add(Diagnostic.error(Code.PATH_OUTSIDE_PROJECT, place, "`" + path + "` leads out of the project")
                    .help("only a path that a variable gives may lie outside: `${env_var('DATA_DIR', 'seeds')}`"));
        }
        return inside;
    }
}

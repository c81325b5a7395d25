package dev.assay.app;

import dev.assay.artifact.NamesFile;
import dev.assay.artifact.NamesFile.Kind;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.project.ProjectFinder;
import java.nio.file.Path;
import java.util.List;

/**
 * The names of a project, for whoever types one. What the last command has left is enough, since the tab key does not wait;
 * where nothing was left the project is read.
 */
public record KnownNames(List<String> lines) {

    public static KnownNames in(Workspace workspace) {
        try {
            var invocation = workspace.invocation();
            Path folder = new ProjectFinder(invocation).projectFolder();
            Path target = folder.resolve(invocation.options().targetPath().orElse("target"));
            return new KnownNames(NamesFile.read(target).orElseGet(() -> read(workspace)));
        } catch (ProblemsFound nothing) {
            return new KnownNames(List.of());
        }
    }

    private static List<String> read(Workspace workspace) {
        ParsedProject project = workspace.load().parse();
        return NamesFile.lines(
                project.manifest(),
                Operation.names(project.templates()),
                project.selectors().names());
    }

    public List<String> of(Kind kind) {
        String start = NamesFile.line(kind, "");
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }
}

package dev.assay.project;

import dev.assay.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file that may lie beside the project file. */
public final class RootFile {

    private RootFile() {}

    /** @throws dev.assay.diagnostic.ProblemsFound when it is there and cannot be read */
    public static Optional<SourceFile> read(Project project, Invocation invocation, String name) {
        Path file = project.folder().resolve(name);
        return Files.exists(file) ? Optional.of(new Disk(invocation).text(file)) : Optional.empty();
    }
}

package dev.assay.project;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/** Refuses a target folder that holds what people wrote: assay writes into it and removes files from it. */
record TargetFolderCheck(Path project, ProjectFile file, Invocation invocation) {

    Optional<Diagnostic> problem(Path target) {
        Path real = real(target);
        if (real(project).startsWith(real)) {
            return Optional.of(refused(target, project.equals(target) ? "it is the project" : "it holds the project"));
        }
        return file.paths().values().stream()
                .flatMap(Collection::stream)
                .map(path -> project.resolve(path.path()).normalize())
                .filter(written -> meets(real, real(written)))
                .findFirst()
                .map(written -> refused(target, "`" + invocation.printed(written) + "` holds what you wrote"));
    }

    // Where the project folder itself is a folder of models, the target folder in it is passed by.
    private boolean meets(Path target, Path written) {
        return written.startsWith(target)
                || (target.startsWith(written) && !real(project).startsWith(written));
    }

    private Diagnostic refused(Path target, String because) {
        return Diagnostic.error(
                        Code.WRONG_VALUE,
                        "`" + invocation.printed(target) + "` cannot be the target folder: " + because)
                .note("assay removes files from the target folder, and reads no models from it")
                .help("name a folder of its own: --target-path FOLDER, or `target-path` in assay_project.yml");
    }

    private static Path real(Path folder) {
        try {
            return Files.exists(folder) ? folder.toRealPath() : folder.normalize();
        } catch (IOException unreadable) {
            return folder.normalize();
        }
    }
}

package dev.assay.app;

import dev.assay.artifact.AtWork;
import dev.assay.diagnostic.AssayBug;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.diagnostic.Refused;
import dev.assay.project.Invocation;
import dev.assay.project.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Removes what can be made again: the target folder, and what {@code clean-targets} names. Never anything that somebody wrote. */
public record Cleaning(Project project, Invocation invocation) {

    /**
     * Removes all of it, or nothing when one of the paths must not be removed.
     *
     * @return what was there and is gone, as messages print it
     */
    public List<String> clean() {
        Set<Path> folders = new LinkedHashSet<>();
        folders.add(project.targetFolder());
        project.file()
                .cleanTargets()
                .forEach(path -> folders.add(project.folder().resolve(path).normalize()));
        var problems = new Problems();
        folders.forEach(folder -> refuse(folder, problems));
        problems.throwIfErrors();
        var gone = new ArrayList<String>();
        for (Path folder : folders) {
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                remove(folder);
                gone.add(invocation.printed(folder));
            }
        }
        return gone;
    }

    private void refuse(Path folder, Problems problems) {
        String printed = "`" + invocation.printed(folder) + "`";
        if (!isInside(folder)) {
            problems.add(Diagnostic.error(
                            Code.PATH_OUTSIDE_PROJECT,
                            printed + " is not removed: it "
                                    + (folder.equals(project.folder()) ? "is the project" : "lies outside the project"))
                    .note("nothing was removed")
                    .help("remove it by hand, if it is yours"));
            return;
        }
        AtWork.at(folder)
                .forEach(process -> problems.add(
                        Diagnostic.error(Code.TARGET_IN_USE, printed + " is not removed: " + process + " works in it")
                                .note("nothing was removed")
                                .help("wait for its end, or stop it")));
        if (Files.isRegularFile(folder, LinkOption.NOFOLLOW_LINKS)) {
            problems.add(Diagnostic.error(Code.WRONG_VALUE, printed + " is not removed: it is a file, and no folder")
                    .note("nothing was removed")
                    .help("remove it by hand, if it is yours"));
            return;
        }
        project.file().paths().values().stream()
                .flatMap(Collection::stream)
                .map(path -> project.folder().resolve(path.path()).normalize())
                .filter(written -> folder.startsWith(written) || written.startsWith(folder))
                .findFirst()
                .ifPresent(written -> problems.add(Diagnostic.error(
                                Code.WRONG_VALUE,
                                printed + " is not removed: `" + invocation.printed(written) + "` holds what you wrote")
                        .note("nothing was removed")));
    }

    // A link may lead anywhere; what counts is where the folder really lies.
    private boolean isInside(Path folder) {
        try {
            Path home = project.folder().toRealPath();
            Path parent = folder.getParent();
            boolean plain = folder.startsWith(project.folder()) && !folder.equals(project.folder());
            return plain && (!Files.exists(parent) || parent.toRealPath().startsWith(home));
        } catch (IOException unreadable) {
            return false;
        }
    }

    // Links are removed, and not followed.
    private void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException | UncheckedIOException refused) {
            throw new ProblemsFound(Diagnostic.error(
                            Code.TARGET_UNWRITABLE, "`" + invocation.printed(folder) + "` cannot be removed whole")
                    .note("the system says: " + words(refused)));
        }
    }

    private static String words(Exception refused) {
        return switch (refused) {
            case IOException plain -> Refused.words(plain);
            case UncheckedIOException wrapped -> Refused.words(wrapped);
            default -> throw new AssayBug("no refusal of the system", refused);
        };
    }
}

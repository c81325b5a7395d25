package dev.assay.artifact;

import dev.assay.manifest.CompiledPath;
import dev.assay.manifest.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Files in the target folder that tell of what does not exist any more. A person who opens one would take it for current.
 * Files in a folder that assay did not make stay: they may be the user's.
 */
public record OutdatedFiles(TargetFolder target) {

    /** The failing rows of tests that pass. */
    public void ofPassed(List<String> tests) {
        if (target.made().contains("failures")) {
            tests.forEach(test -> remove(target.file(FailuresFile.name(test))));
        }
    }

    /**
     * All that is about something else than these.
     *
     * @param resources all that the project has
     */
    public void ofGone(Collection<? extends Resource> resources) {
        Set<Path> known = resources.stream()
                .flatMap(each -> Stream.of(
                        "compiled/" + CompiledPath.of(each).value(),
                        "run/" + CompiledPath.of(each).value(),
                        FailuresFile.name(each.name())))
                .map(target::file)
                .collect(Collectors.toSet());
        target.made().stream()
                .flatMap(folder -> files(target.file(folder)).stream())
                .filter(file -> !known.contains(file))
                .forEach(OutdatedFiles::remove);
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException refused) {
            // It stays, and is tried again by the next run.
            return;
        }
    }
}

package dev.assay.project;

import dev.assay.diagnostic.Diagnostic;
import java.util.List;

/**
 * The files of a project, found and not yet read, in one order on every machine.
 *
 * @param problems folders that could not be looked into, links that lead out of the project
 * @param warnings configured folders that do not exist
 */
public record SourceListing(List<Found> files, List<Diagnostic> problems, List<Diagnostic> warnings) {

    /**
     * One file. What the first parts mean stands at {@link SourceTree.Entry}.
     *
     * @param printed the path as messages print it
     * @param size in bytes
     * @param modified nanoseconds since 1970, as exact as the file system has it
     * @param stamp another number after each change, also where the time of modification is set back
     */
    public record Found(
            SourceTree.Kind kind,
            SourceTree.Form form,
            String path,
            String inner,
            String diskPath,
            String printed,
            long size,
            long modified,
            long stamp) {}

    public SourceListing {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }
}

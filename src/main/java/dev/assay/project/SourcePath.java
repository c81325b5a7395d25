package dev.assay.project;

import dev.assay.source.Span;
import java.util.Optional;

/**
 * A folder in which the files of a kind are looked for.
 *
 * @param path relative to the project folder, or absolute where a variable made it so
 * @param place where it is configured; empty for the usual folder, which need not exist
 */
public record SourcePath(String path, Optional<Span> place) {}

package dev.assay.project;

import dev.assay.source.SourceFile;
import java.util.List;

/** All files of a project, found and read once. */
public record SourceTree(List<Entry> entries) {

    public enum Kind {
        MODEL,
        SEED,
        TEST,
        MACRO,
        SNAPSHOT,
        ANALYSIS,
        DOC
    }

    /** What a file is by its ending. Data are not read as text: a seed's file has an empty text. */
    public enum Form {
        SQL,
        YAML,
        CSV,
        MARKDOWN,
        PYTHON
    }

    /**
     * One file.
     *
     * @param kind by the folder that it was found in; a Markdown file is a DOC wherever it was
     * @param path relative to the project folder, with forward slashes
     * @param inner path below the configured folder: what the fqn is made of
     * @param diskPath how the process opens it
     * @param checksum of its content
     */
    public record Entry(
            Kind kind, Form form, String path, String inner, String diskPath, SourceFile file, String checksum) {}

    public SourceTree {
        entries = List.copyOf(entries);
    }

    public List<Entry> of(Kind kind, Form form) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind && entry.form() == form)
                .toList();
    }
}

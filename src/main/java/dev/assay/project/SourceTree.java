package dev.assay.project;

import dev.assay.source.SourceFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
        PYTHON;

        private static final Map<String, Form> BY_ENDING = Map.of(
                "sql", SQL,
                "yml", YAML,
                "yaml", YAML,
                "md", MARKDOWN,
                "py", PYTHON,
                "csv", CSV,
                "tsv", CSV);

        /** What a file is, where its folder has a use for it. */
        static Optional<Form> of(Kind folder, String name) {
            String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            return Optional.ofNullable(BY_ENDING.get(ending)).filter(form -> form.isUsedIn(folder));
        }

        private boolean isUsedIn(Kind folder) {
            return switch (this) {
                case SQL -> folder != Kind.SEED && folder != Kind.DOC;
                case CSV -> folder == Kind.SEED;
                case YAML -> folder != Kind.DOC;
                case MARKDOWN -> true;
                case PYTHON -> folder == Kind.MODEL;
            };
        }
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

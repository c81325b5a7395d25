package dev.assay.recall;

import dev.assay.source.SourceFile;
import java.util.Collection;
import java.util.List;

/** Looks in files for words that say something else in every call. It looks at letters: a comment that holds one counts. */
final class RuntimeWords {

    private static final List<String> EVERY_CALL = List.of("invocation_id", "run_started_at", ".now");

    private RuntimeWords() {}

    /** Whether what is understood may differ from call to call though nothing was changed. */
    static boolean holds(Collection<SourceFile> files) {
        return files.stream()
                .map(SourceFile::text)
                .anyMatch(text -> EVERY_CALL.stream().anyMatch(text::contains));
    }

    /** Whether it may differ with the options of a call. */
    static boolean asksForFlags(Collection<SourceFile> files) {
        return files.stream().anyMatch(file -> file.text().contains("flags"));
    }
}

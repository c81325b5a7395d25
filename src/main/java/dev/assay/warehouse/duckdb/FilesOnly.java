package dev.assay.warehouse.duckdb;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.source.Span;
import dev.assay.yaml.Fields;
import java.util.Optional;
import java.util.regex.Pattern;

/** Refuses a {@code path} that DuckDB's own program would take for something else than a file of this machine. */
final class FilesOnly {

    static final String IN_MEMORY = ":memory:";

    /** As DuckDB tells them: a word and a colon. A single letter is a drive. */
    private static final Pattern ELSEWHERE = Pattern.compile("(?<kind>[a-zA-Z][a-zA-Z0-9_+-]+):.*");

    private static final Pattern MOTHERDUCK = Pattern.compile("(?i)(md|motherduck):.*");

    /** From here on, the driver reads options, and opens the file that is named before. It knows no other writing. */
    static final String OPTIONS_FROM = ";";

    private FilesOnly() {}

    /** The path that is written; its problem is told. */
    static Optional<String> path(Fields fields) {
        Optional<String> written = fields.text("path");
        written.flatMap(path -> problem(path, fields)).ifPresent(fields.problems()::add);
        return written;
    }

    private static Optional<Diagnostic> problem(String path, Fields fields) {
        if (path.isBlank()) {
            return Optional.of(Diagnostic.error(Code.WRONG_VALUE, place(fields), "`path` is empty")
                    .help("name a DuckDB file: `path: shop.duckdb`"));
        }
        if (MOTHERDUCK.matcher(path).matches()) {
            return Optional.of(refusal(path, fields, "a database of MotherDuck, which this version does not open")
                    .help("name a DuckDB file of this machine: `path: shop.duckdb`"));
        }
        if (path.startsWith(IN_MEMORY)) {
            return Optional.of(refusal(path, fields, "in memory, and holds nothing that could be found again")
                    .help("name a file: `path: shop.duckdb`"));
        }
        if (path.contains(OPTIONS_FROM)) {
            return Optional.of(refusal(path, fields, "no name that DuckDB's driver opens: options begin at `;`")
                    .help("give the file a name without `;`"));
        }
        return ELSEWHERE.matcher(path).matches()
                ? Optional.of(
                        refusal(path, fields, "no file of this machine, which is all that is opened as a database")
                                .help("name the file alone: what it holds is told from its first bytes")
                                .help("a file that is really called so is `./" + path + "`"))
                : Optional.empty();
    }

    private static Diagnostic refusal(String path, Fields fields, String itIs) {
        return Diagnostic.error(Code.NOT_SUPPORTED, place(fields), "`" + path + "` is " + itIs);
    }

    private static Span place(Fields fields) {
        return fields.mapping().get("path").orElseThrow().span();
    }
}

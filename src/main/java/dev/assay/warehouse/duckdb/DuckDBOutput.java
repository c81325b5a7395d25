package dev.assay.warehouse.duckdb;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.source.Span;
import dev.assay.warehouse.OutputSettings;
import dev.assay.yaml.Fields;
import dev.assay.yaml.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An output of type duckdb, checked.
 *
 * @param written the path as the user wrote it
 * @param place where it is written
 * @param file where the database lies; empty for one in memory
 * @param byFile whether a run builds in a copy of the file, which takes its place in the end
 * @param settings DuckDB's own, by its names
 */
record DuckDBOutput(
        String written,
        Span place,
        Optional<Path> file,
        boolean byFile,
        List<AttachedDatabase> attached,
        List<Extension> extensions,
        List<EngineSetting> settings,
        List<Secret> secrets) {

    private static final Keys OUTPUT =
            Keys.of("type", "schema", "threads", "path", "publish_by", "attach", "extensions", "settings", "secrets");

    private static final Keys SECRET = Keys.of(
            "name",
            "type",
            "provider",
            "scope",
            "key_id",
            "secret",
            "session_token",
            "region",
            "endpoint",
            "url_style",
            "use_ssl",
            "chain",
            "account_id",
            "connection_string",
            "account_name",
            "tenant_id",
            "client_id",
            "client_secret",
            "bearer_token",
            "token");

    record EngineSetting(String name, Object value, Span place) {}

    record Extension(String name, Span place) {}

    /** @param fields all but the name, as DuckDB calls them */
    record Secret(String name, Map<String, String> fields, Span place) {}

    /** @throws dev.assay.diagnostic.ProblemsFound with every wrong field */
    static DuckDBOutput read(OutputSettings settings) {
        var problems = new Problems();
        Fields fields =
                Fields.of(settings.fields(), "a duckdb output", problems).only(OUTPUT);
        boolean inMemory = fields.text("path").orElse(FilesOnly.IN_MEMORY).equals(FilesOnly.IN_MEMORY);
        String written = inMemory ? FilesOnly.IN_MEMORY : FilesOnly.path(fields).orElseThrow();
        boolean byFile = settings.publishesByFile(fields);
        if (byFile && inMemory) {
            problems.add(Diagnostic.error(
                            Code.NOT_SUPPORTED, settings.place("publish_by"), "a database in memory has no file")
                    .help("name one: `path: shop.duckdb`"));
        }
        Path folder = Path.of(settings.folder());
        Optional<Path> file = inMemory ? Optional.empty() : Optional.of(real(folder.resolve(written)));
        file.filter(opened -> opened.toString().contains(FilesOnly.OPTIONS_FROM) && !problems.hasErrors())
                .ifPresent(opened -> problems.add(Diagnostic.error(
                                Code.NOT_SUPPORTED,
                                settings.place("path"),
                                "DuckDB's driver cannot open `" + opened + "`: options begin at `;`")
                        .help("move the file to a folder whose name has no `;`, or rename the folder")));
        var output = new DuckDBOutput(
                written,
                settings.place("path"),
                file,
                byFile,
                AttachedDatabase.read(fields, database(file), folder),
                fields.scalars("extensions").stream()
                        .map(name -> new Extension(name.written(), name.span()))
                        .toList(),
                engineSettings(fields),
                secrets(fields));
        problems.throwIfErrors();
        return output;
    }

    /** As DuckDB calls the output's own database. */
    String database() {
        return database(file);
    }

    private static String database(Optional<Path> file) {
        return file.map(Path::toString).map(AttachedDatabase::stem).orElse("memory");
    }

    /** DuckDB calls a database by the file's own name, whatever link leads to it. */
    private static Path real(Path file) {
        try {
            return Files.isSymbolicLink(file)
                    ? real(file.resolveSibling(Files.readSymbolicLink(file)).normalize())
                    : file;
        } catch (IOException unknown) {
            return file;
        }
    }

    /** DuckDB's own, any of them: text, numbers, true and false. */
    private static List<EngineSetting> engineSettings(Fields fields) {
        Fields written = fields.fields("settings", "`settings`");
        return written.mapping().entries().stream()
                .flatMap(entry -> written.scalar(entry.key()).stream()
                        .map(scalar -> new EngineSetting(entry.key(), scalar.plain(), entry.keySpan())))
                .toList();
    }

    /** The names of attached databases, in lower case. */
    Set<String> aliases() {
        return attached.stream()
                .map(database -> database.alias().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static List<Secret> secrets(Fields fields) {
        return fields.each("secrets", "a secret").stream()
                .map(map -> {
                    map.only(SECRET);
                    var values = new LinkedHashMap<String, String>();
                    map.required("type");
                    map.mapping().plain().forEach((key, value) -> values.put(key, String.valueOf(value)));
                    String name = Optional.ofNullable(values.remove("name")).orElse("assay_" + values.get("type"));
                    return new Secret(name, values, map.place("type"));
                })
                .toList();
    }
}

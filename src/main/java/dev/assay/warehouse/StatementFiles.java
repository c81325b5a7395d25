package dev.assay.warehouse;

import dev.assay.diagnostic.AssayBug;
import dev.assay.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The engine's own SQL, file by file: what a dialect says differently comes before what all say alike. Each is read once. */
final class StatementFiles {

    /** A file and what it declares. */
    record SqlFile(SourceFile file, StatementSignature signature) {}

    private static final String ALIKE = "ansi";

    private final String dialect;
    private final Map<String, SqlFile> known = new ConcurrentHashMap<>();

    StatementFiles(String dialect) {
        this.dialect = dialect;
    }

    SqlFile file(String name) {
        return known.computeIfAbsent(name, this::find);
    }

    boolean has(String name) {
        return known.containsKey(name)
                || read(dialect, name).or(() -> read(ALIKE, name)).isPresent();
    }

    private SqlFile find(String name) {
        SourceFile file = read(dialect, name)
                .or(() -> read(ALIKE, name))
                .orElseThrow(() -> new AssayBug("no statement is called " + name));
        return new SqlFile(file, StatementSignature.of(file));
    }

    private static Optional<SourceFile> read(String folder, String name) {
        String path = "sql/" + folder + "/" + name + ".sql.ftl";
        try (InputStream stream = StatementFiles.class.getResourceAsStream("/dev/assay/" + path)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new SourceFile(path, new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new AssayBug(path + " cannot be read", broken);
        }
    }
}

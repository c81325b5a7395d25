package dev.assay.warehouse.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * The file that an engine has open. As long as the engine has it, the system gives its key to no other file.
 *
 * @param key what the system calls the file; systems without such keys have none, and there only a removal is seen
 */
record OpenedFile(Path path, Optional<Object> key) {

    /** Empty where the file is gone already. */
    static Optional<OpenedFile> of(Path path) {
        return key(path).map(key -> new OpenedFile(path, key));
    }

    /** What has happened to the file since, as a participle; empty where it is still the same file. */
    Optional<String> change() {
        Optional<Optional<Object>> now = key(path);
        if (now.isEmpty()) {
            return Optional.of("removed");
        }
        return now.get().equals(key) ? Optional.empty() : Optional.of("replaced by another file");
    }

    private static Optional<Optional<Object>> key(Path path) {
        try {
            return Optional.of(Optional.ofNullable(
                    Files.readAttributes(path, BasicFileAttributes.class).fileKey()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}

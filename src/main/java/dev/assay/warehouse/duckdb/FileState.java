package dev.assay.warehouse.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * What can be told of a file from outside: whoever wrote it has changed this.
 *
 * @param key which file it is; empty on systems that don't tell
 */
record FileState(Optional<String> key, long size, FileTime modified) {

    /** Empty where there is no such file. */
    static Optional<FileState> of(Path file) throws IOException {
        try {
            var seen = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new FileState(
                    Optional.ofNullable(seen.fileKey()).map(Object::toString), seen.size(), seen.lastModifiedTime()));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }
}

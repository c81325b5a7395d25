package dev.assay.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Tells two states of a file apart that have the same size and the same time of modification. Archives and copies that keep
 * times set the time of modification back, but not the time at which the system changed the file.
 */
final class FileStamp {

    private static final String CHANGED = "unix:ctime";

    private FileStamp() {}

    /**
     * Zero where the file system tells neither.
     *
     * @param file or a link to it
     * @param attributes of the file
     */
    static long of(Path file, BasicFileAttributes attributes) throws IOException {
        long identity = Objects.hashCode(attributes.fileKey());
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? 31 * changed(file) + identity
                : identity;
    }

    private static long changed(Path file) throws IOException {
        return ((FileTime) Files.getAttribute(file, CHANGED)).to(TimeUnit.NANOSECONDS);
    }
}

package dev.assay.app;

import java.io.IOException;
import java.nio.file.Path;

/** Where paths lead. */
final class RealPaths {

    private RealPaths() {}

    /** The path with its links followed, as far as it is there; what is not there yet has none. */
    static Path followed(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException absent) {
            Path above = path.getParent();
            return above == null ? path : followed(above).resolve(path.getFileName());
        }
    }
}

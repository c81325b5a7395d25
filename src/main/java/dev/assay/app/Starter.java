package dev.assay.app;

import dev.assay.diagnostic.AssayBug;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.diagnostic.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The project that {@code assay init} writes. It overwrites nothing.
 *
 * @param folder where to write it
 * @param name of the project: a word
 */
public record Starter(Path folder, String name) {

    private static final String HOME = "/dev/assay/";
    private static final String INDEX = "starter/index";
    private static final String ARROW = " -> ";
    private static final String NAME = "<name>";

    /** A file of the starter: the resource it is made from, and where it goes. */
    private record Part(String resource, String path) {

        static Part of(String line) {
            int arrow = line.indexOf(ARROW);
            return new Part(line.substring(0, arrow), line.substring(arrow + ARROW.length()));
        }
    }

    /** Named after the folder, as far as a folder's name makes a word. */
    public static Starter in(Path folder) {
        Path last = folder.getFileName();
        String word = (last == null ? "" : last.toString())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9_]+", "_")
                .replaceAll("^_+|_+$", "");
        return new Starter(folder, word.matches("[a-z_].*") ? word : word.isEmpty() ? "shop" : "project_" + word);
    }

    /**
     * Writes all files or, where one of them is there already, none.
     *
     * @return the paths of what was written, relative to the folder
     */
    public List<String> write() {
        List<Part> parts = text(INDEX).lines().map(Part::of).toList();
        refuseToOverwrite(parts);
        for (Part part : parts) {
            Path file = folder.resolve(part.path());
            try {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text(part.resource()).replace(NAME, name));
            } catch (IOException refused) {
                throw new ProblemsFound(Diagnostic.error(Code.TARGET_UNWRITABLE, "`" + file + "` cannot be written")
                        .note("the system says: " + Refused.words(refused)));
            }
        }
        return parts.stream().map(Part::path).toList();
    }

    private void refuseToOverwrite(List<Part> parts) {
        List<String> there = parts.stream()
                .map(Part::path)
                .filter(path -> Files.exists(folder.resolve(path)))
                .toList();
        if (!there.isEmpty()) {
            throw new ProblemsFound(Diagnostic.error(
                            Code.FILE_EXISTS, "the starter project would overwrite what is there already")
                    .note("there already: "
                            + there.stream().map(path -> "`" + path + "`").collect(Collectors.joining(", ")))
                    .note("nothing was written")
                    .help("name a new folder: assay init NAME"));
        }
    }

    private static String text(String resource) {
        try (InputStream stream = Starter.class.getResourceAsStream(HOME + resource)) {
            if (stream == null) {
                throw new AssayBug("the starter has no " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

package dev.assay.artifact;

import dev.assay.manifest.DataTest;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Node;
import dev.assay.manifest.Resource;
import dev.assay.manifest.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * {@code target/names}: what a shell may offer after {@code assay build --select}, a line for each: a kind, a blank, a name.
 * Read at every press of the tab key, so it is small and needs no parser.
 */
public final class NamesFile {

    public static final String NAME = "names";

    /** What a name may be used for. */
    public enum Kind {
        TERM,
        TEST,
        MACRO,
        SELECTOR
    }

    private NamesFile() {}

    /** @param macros by their whole names: {@code money.cents} */
    public static void write(
            TargetFolder target, Manifest manifest, Collection<String> macros, Collection<String> selectors) {
        target.writeIfChanged(NAME, String.join("\n", lines(manifest, macros, selectors)) + "\n");
    }

    public static List<String> lines(Manifest manifest, Collection<String> macros, Collection<String> selectors) {
        var lines = new TreeSet<String>();
        manifest.resources().values().forEach(resource -> {
            term(resource).ifPresent(term -> lines.add(line(Kind.TERM, term)));
            resource.config().tags().forEach(tag -> lines.add(line(Kind.TERM, "tag:" + tag)));
            if (resource instanceof DataTest test) {
                lines.add(line(Kind.TEST, test.name()));
            }
        });
        macros.forEach(macro -> lines.add(line(Kind.MACRO, macro)));
        selectors.forEach(selector -> lines.add(line(Kind.SELECTOR, selector)));
        return List.copyOf(lines);
    }

    /** Empty when nothing has been written yet. */
    public static Optional<List<String>> read(Path targetFolder) {
        Path file = targetFolder.resolve(NAME);
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllLines(file)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    public static String line(Kind kind, String name) {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + " " + name;
    }

    private static Optional<String> term(Resource resource) {
        return switch (resource) {
            case DataTest test -> Optional.empty();
            case Source source ->
                Optional.of("source:"
                        + String.join(
                                ".",
                                source.id()
                                        .names()
                                        .subList(1, source.id().names().size())));
            case Node node -> Optional.of(node.name());
            default -> Optional.empty();
        };
    }
}

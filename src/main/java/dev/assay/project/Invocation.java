package dev.assay.project;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One call of the program: where the user stands, what the environment holds, what was typed.
 *
 * @param environment of the process, as it is
 * @param id what every artifact and audit row of this call carries
 */
public record Invocation(
        Path workingFolder, Map<String, String> environment, Options options, String id, Instant startedAt) {

    public Invocation {
        workingFolder = workingFolder.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
    }

    /**
     * What was typed, or set by {@code ASSAY_*}.
     *
     * @param vars YAML or JSON text
     * @param flags what templates see as {@code flags}
     */
    public record Options(
            Optional<String> projectDir,
            Optional<String> profilesDir,
            Optional<String> profile,
            Optional<String> target,
            Optional<String> targetPath,
            Optional<String> vars,
            Optional<Integer> threads,
            Map<String, Object> flags) {

        public static final Options NONE = new Options(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());

        public Options {
            flags = Map.copyOf(flags);
        }
    }

    /** A path as a message prints it: relative to where the user stands, unless that is farther than the whole path. */
    public String printed(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        if (!java.util.Objects.equals(whole.getRoot(), workingFolder.getRoot())) {
            return forward(whole);
        }
        String relative = forward(workingFolder.relativize(whole));
        return relative.startsWith("../../..") ? forward(whole) : relative.isEmpty() ? "." : relative;
    }

    /** A path that was typed: relative to where the user stands. */
    public Path typed(String path) {
        return workingFolder.resolve(path).normalize();
    }

    static String forward(Path path) {
        return path.toString().replace('\\', '/');
    }
}

package dev.assay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;

/**
 * Whether somebody watches standard error, and how wide their window is.
 *
 * <p>Java cannot tell of a stream alone, and asking the system by a library would cost more than the rest of a start. So the
 * launcher says it; without the launcher Linux does.
 */
record Terminal(boolean watched, OptionalInt width) {

    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    /** @param said what the launcher says: {@code assay.terminal}, {@code assay.columns} */
    static Terminal of(Properties said, Map<String, String> environment) {
        String known = said.getProperty("assay.terminal", "");
        boolean watched = known.isEmpty() ? leadsToTerminal(STANDARD_ERROR) : known.equals("true");
        String columns = environment.getOrDefault("COLUMNS", said.getProperty("assay.columns", ""));
        return new Terminal(
                watched,
                columns.matches("[1-9][0-9]{1,3}") ? OptionalInt.of(Integer.parseInt(columns)) : OptionalInt.empty());
    }

    private static boolean leadsToTerminal(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().matches("/dev/(pts/[0-9]+|tty.*|console)");
        } catch (IOException | UnsupportedOperationException elsewhere) {
            return false;
        }
    }
}

package dev.assay.warehouse.snowflake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who has an environment.
 *
 * @param words for people: {@code process 4711 on builder-3}
 * @param machine where numbers of processes mean the same as here; empty where that is not known
 */
record LeaseHolder(String words, String machine) {

    private static final Pattern PROCESS = Pattern.compile("^process (\\d+) on ");
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Path NUMBERS = Path.of("/proc/self/ns/pid");

    static LeaseHolder self() {
        return new LeaseHolder("process " + ProcessHandle.current().pid() + " on " + host(), space());
    }

    /** Known for certain only where it ran beside us: one that was killed has told nobody. */
    boolean isDead() {
        Matcher process = PROCESS.matcher(words);
        return !machine.isEmpty()
                && machine.equals(space())
                && process.find()
                && ProcessHandle.of(Long.parseLong(process.group(1))).isEmpty();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "an unknown host";
        }
    }

    // Two containers may have one name, and count their processes each for itself.
    private static String space() {
        try {
            return Files.readString(BOOT).strip() + " "
                    + Optional.of(Files.readSymbolicLink(NUMBERS)).get();
        } catch (IOException | UnsupportedOperationException elsewhere) {
            return "";
        }
    }
}

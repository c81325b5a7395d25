package dev.assay.house;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Another process, which holds a file as an engine would hold its database, until its input ends. */
final class Holder {

    private Holder() {}

    public static void main(String[] args) throws IOException {
        try (FileChannel file =
                FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            file.lock();
            System.out.println("held");
            System.out.flush();
            while (System.in.read() >= 0) {
                // What is said to it does not matter, only the end.
            }
        }
    }

    /** Comes back when the file is held. */
    static Process hold(Path file) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = Path.of(Holder.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
        var process = new ProcessBuilder(List.of(
                        java,
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes,
                        Holder.class.getName(),
                        file.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.getInputStream().read() < 0) {
            throw new IOException("the other process could not hold " + file);
        }
        return process;
    }
}

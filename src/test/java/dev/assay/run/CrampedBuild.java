package dev.assay.run;

import dev.assay.Main;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * A command in a process that may write no file beyond a size: the system then refuses as it does on a full disk, whoever
 * asks. The engine's own library is there before.
 */
final class CrampedBuild {

    private CrampedBuild() {}

    /** @param args the size in bytes, and the command */
    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        DriverManager.getConnection("jdbc:duckdb:").close();
        int set = new ProcessBuilder(
                        "prlimit",
                        "--pid",
                        String.valueOf(ProcessHandle.current().pid()),
                        "--fsize=" + args[0])
                .inheritIO()
                .start()
                .waitFor();
        if (set != 0) {
            throw new IllegalStateException("prlimit ended with " + set);
        }
        String[] command = Arrays.copyOfRange(args, 1, args.length);
        System.exit(Main.run(
                Arrays.asList(command), System.getenv(), Path.of("").toAbsolutePath(), System.out, System.err));
    }
}

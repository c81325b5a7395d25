package dev.assay.run;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Another process that has a DuckDB file open until it is closed. */
final class OtherProcess implements AutoCloseable {

    private final Process process;

    private OtherProcess(Process process) {
        this.process = process;
    }

    /** @param access as DuckDB calls it: READ_ONLY or READ_WRITE */
    static OtherProcess open(Path file, String access) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        file.toString(),
                        access)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.getInputStream().read() < 0) {
            throw new IOException("the other process could not open " + file);
        }
        return new OtherProcess(process);
    }

    @Override
    public String toString() {
        return "the process " + process.pid();
    }

    public static void main(String[] args) throws IOException, SQLException {
        var properties = new Properties();
        properties.setProperty("access_mode", args[1]);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + args[0], properties)) {
            System.out.println("open: " + connection.getCatalog());
            while (System.in.read() >= 0) {
                // What is said to it does not matter, only the end.
            }
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

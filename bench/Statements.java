import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.duckdb.DuckDBDriver;

/**
 * Runs the statements of a file, a line each, in a row on one connection: what a build is measured against. Prints how
 * many seconds they took, without the start of the process and the opening of the file.
 */
final class Statements {

    private Statements() {}

    /** @param args the database's file, and the file of statements */
    public static void main(String[] args) throws Exception {
        List<String> statements = Files.readAllLines(Path.of(args[1]));
        try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:" + args[0], new java.util.Properties())) {
            long began = System.nanoTime();
            for (String statement : statements) {
                try (var sent = connection.createStatement()) {
                    if (sent.execute(statement)) {
                        try (var rows = sent.getResultSet()) {
                            if (rows.next() && rows.getLong(1) != 0) {
                                throw new IllegalStateException("a test fails: " + statement);
                            }
                        }
                    }
                }
            }
            System.out.println((System.nanoTime() - began) / 1e9);
        }
    }
}

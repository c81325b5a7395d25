package dev.assay.house;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/** DuckDB files as users meet them: sound, from tomorrow, torn by a full disk. */
final class Databases {

    /** Behind eight bytes of checksum and four of magic stands the number of the storage version, eight bytes long. */
    private static final long STORAGE_VERSION = 12;

    private Databases() {}

    static Path make(Path file) throws IOException {
        try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:" + file, new Properties());
                var statement = connection.createStatement()) {
            statement.execute("create table kept as select * from range(100000)");
            return file;
        } catch (SQLException refused) {
            throw new IOException(refused);
        }
    }

    static void makeNewer(Path file) throws IOException {
        make(file);
        try (FileChannel bytes = FileChannel.open(file, StandardOpenOption.WRITE)) {
            bytes.write(ByteBuffer.wrap(new byte[] {99}), STORAGE_VERSION);
        }
    }

    static void makeTorn(Path file) throws IOException {
        make(file);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, 8192 + 100));
    }
}

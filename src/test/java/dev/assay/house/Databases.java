package dev.assay.house;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/** DuckDB files as users meet them: sound, from tomorrow, torn by a full disk. */
final class Databases {

    /**
     * The first eight bytes are the checksum of the header behind them: its words, each times a number, put together by
     * exclusive or. The first word is the magic and, in its upper half, the number of the storage version.
     */
    private static final long FACTOR = 0xbf58476d1ce4e5b9L;

    private static final int WORD = 8;
    private static final long TOMORROW = 70;

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
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var header = ByteBuffer.allocate(2 * WORD).order(ByteOrder.LITTLE_ENDIAN);
            channel.read(header, 0);
            long checksum = header.getLong(0);
            long today = header.getLong(WORD);
            long tomorrow = (today & 0xffffffffL) | TOMORROW << 32;
            header.putLong(0, checksum ^ today * FACTOR ^ tomorrow * FACTOR).putLong(WORD, tomorrow);
            channel.write(header.rewind(), 0);
        }
    }

    static void makeTorn(Path file) throws IOException {
        make(file);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, 8192 + 100));
    }
}

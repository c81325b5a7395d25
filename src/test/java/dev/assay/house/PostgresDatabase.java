package dev.assay.house;

import dev.assay.warehouse.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** A case's own database on the tests' Postgres, and a session in it. */
record PostgresDatabase(Connection session) implements AutoCloseable {

    /** @param profiles in which the database's name and port are filled in */
    static PostgresDatabase make(Path profiles) throws IOException {
        var server = PostgresServer.shared();
        String name = server.database();
        String text = Files.readString(profiles);
        Files.writeString(profiles, text.replace("{database}", name).replace("{port}", String.valueOf(server.port())));
        try {
            return new PostgresDatabase(server.connect(name, "postgres"));
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    void execute(String sql) {
        try (var statement = session.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(sql, refused);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}

package dev.assay.warehouse.duckdb;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.source.Span;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.WarehouseError.Kind;
import dev.assay.warehouse.Wording;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Makes a database ready as its output wants it. What DuckDB refuses is told at its place in the profile. */
record SessionSetup(DuckDBOutput output, DatabaseFile.Mode mode, Wording wording) {

    private static final Literal IN_MEMORY = new Literal(":memory:");

    /**
     * @param sessions the same session, with refusals that speak of another file
     * @throws ProblemsFound when something that the profile asks for is refused
     */
    void prepare(Session session, Function<DuckDBErrors, Session> sessions) {
        session.execute(wording.statement("begin a session", "session", Map.of()));
        output.settings()
                .forEach(setting -> at(
                        setting.place(),
                        Code.WRONG_VALUE,
                        "DuckDB refuses the setting `" + setting.name() + "`",
                        () -> session.execute(set(setting))));
        output.extensions()
                .forEach(extension -> at(
                        extension.place(),
                        Code.NO_CONNECTION,
                        "the extension `" + extension.name() + "` is not there and cannot be installed",
                        () -> load(session, extension.name())));
        output.secrets()
                .forEach(secret -> at(
                        secret.place(),
                        Code.WRONG_VALUE,
                        "DuckDB refuses the secret `" + secret.name() + "`",
                        () -> session.execute(create(secret))));
        output.attached()
                .forEach(attached -> at(
                        attached.place(),
                        Code.NO_CONNECTION,
                        "`" + attached.written() + "` cannot be attached",
                        () -> sessions.apply(new DuckDBErrors(attached.written(), attached.place()))
                                .execute(attach(attached))));
    }

    // Who holds a file, and that one is no database, is said by the file's name already.
    private static void at(Span place, Code code, String headline, Runnable work) {
        try {
            work.run();
        } catch (WarehouseError refused) {
            if (Set.of(Kind.LOCKED, Kind.UNREADABLE).contains(refused.kind())) {
                throw refused;
            }
            throw new ProblemsFound(Diagnostic.error(code, place, headline).note("DuckDB says: " + refused.words()));
        }
    }

    private Statement set(DuckDBOutput.EngineSetting setting) {
        Object printed = setting.value() instanceof String text ? new Literal(text) : setting.value();
        return wording.statement(
                "apply the setting " + setting.name(),
                "set",
                Map.of("name", new Identifier(setting.name()), "value", printed));
    }

    // What is there is loaded without asking the network.
    private void load(Session session, String extension) {
        Map<String, Object> values = Map.of("extension", new Identifier(extension));
        try {
            session.execute(wording.statement("load the extension " + extension, "load_extension", values));
        } catch (WarehouseError absent) {
            session.execute(wording.statement("install the extension " + extension, "install_extension", values));
            session.execute(wording.statement("load the extension " + extension, "load_extension", values));
        }
    }

    private Statement create(DuckDBOutput.Secret secret) {
        List<Map<String, Object>> fields = secret.fields().entrySet().stream()
                .map(field -> Map.<String, Object>of("name", field.getKey(), "value", new Literal(field.getValue())))
                .toList();
        return wording.statement(
                "make the secret " + secret.name(),
                "create_secret",
                Map.of("name", new Identifier(secret.name()), "fields", fields));
    }

    /** DuckDB would make a file that does not exist; who only reads finds an empty database in its place. */
    private Statement attach(AttachedDatabase attached) {
        boolean isRead = mode == DatabaseFile.Mode.READING;
        boolean isEmpty = isRead && !attached.readOnly() && Files.notExists(attached.file());
        return wording.statement(
                "attach " + attached.alias(),
                "attach",
                Map.of(
                        "path",
                        isEmpty ? IN_MEMORY : new Literal(attached.file().toString()),
                        "alias",
                        new Identifier(attached.alias()),
                        "read_only",
                        !isEmpty && (isRead || attached.readOnly())));
    }
}

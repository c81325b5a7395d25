package dev.assay.warehouse.snowflake.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The stages of tables: a folder each, which the driver writes into, and from where tables are filled. */
final class Stage {

    private static final Pattern PUT = Pattern.compile(
            "PUT '(file://.*)' @(\\S+)\\s+AUTO_COMPRESS = FALSE SOURCE_COMPRESSION = GZIP OVERWRITE = TRUE",
            Pattern.DOTALL);

    private static final Pattern COPY = Pattern.compile(
            "COPY INTO (" + Engine.RELATION
                    + ")\\s+FROM @(\\S+)\\s+FILES = \\('([^']+)'\\)\\s+FILE_FORMAT = \\(\\s*TYPE = CSV COMPRESSION ="
                    + " GZIP RECORD_DELIMITER = '\n"
                    + "' SKIP_HEADER = 0 FIELD_DELIMITER = ',' FIELD_OPTIONALLY_ENCLOSED_BY = '\"'(\\s+ESCAPE = NONE"
                    + " ESCAPE_UNENCLOSED_FIELD = NONE)? NULL_IF = \\(\\) EMPTY_FIELD_AS_NULL = TRUE ENCODING = 'UTF8'"
                    + " TRIM_SPACE = FALSE\\s+ERROR_ON_COLUMN_COUNT_MISMATCH = (TRUE|FALSE) REPLACE_INVALID_CHARACTERS"
                    + " = FALSE.*\\)\\s+ON_ERROR = ABORT_STATEMENT PURGE = TRUE",
            Pattern.DOTALL);

    private final ServerSession session;
    private final Path stages;

    Stage(ServerSession session, Path stages) {
        this.session = session;
        this.stages = stages;
    }

    /** Tells the driver where the file goes; the driver brings it there by itself. */
    Table put(String text) {
        Matcher put = PUT.matcher(text);
        if (!put.matches()) {
            throw Refusal.unsupported("the test server has no rule for: " + text);
        }
        String path = put.group(1).substring("file://".length());
        if (Path.of(path).getFileName().toString().matches(".*[*?].*")) {
            throw Refusal.unsupported("a pattern of names: " + path);
        }
        return new Table(
                Table.PUT,
                List.of(),
                List.of(),
                Map.of(
                        "command",
                        "UPLOAD",
                        "src_locations",
                        List.of(path),
                        "autoCompress",
                        false,
                        "sourceCompression",
                        "gzip",
                        "overwrite",
                        true,
                        "parallel",
                        1,
                        "threshold",
                        209715200,
                        "stageInfo",
                        Map.of(
                                "locationType",
                                "LOCAL_FS",
                                "location",
                                folder(put.group(2)).toString(),
                                "path",
                                "",
                                "creds",
                                Map.of(),
                                "isClientSideEncrypted",
                                false)));
    }

    Table copy(String text, Traits traits) throws SQLException {
        Matcher copy = COPY.matcher(text);
        if (!copy.matches()) {
            throw Refusal.unsupported("the test server has no rule for: " + text);
        }
        new InputFormats(session).checkCopy(traits, session.id(Engine.parts(copy.group(1))));
        Path folder = folder(copy.group(2));
        Path file = folder.resolve(copy.group(3));
        if (copy.group(4) == null) {
            Escapes.apply(file);
        }
        StagedCells.of(file, columns(copy.group(1)), copy.group(5).equals("TRUE"))
                .rewrite();
        // Names and texts of the engine's own statement; the file's name is ours.
        String sql = "copy " + copy.group(1) + " from '" + file.toString().replace("'", "''")
                + "' (format csv, auto_detect false, header false, delimiter ',', quote '\"', escape '\"', nullstr '',"
                + " allow_quoted_nulls false, strict_mode false, null_padding false, compression gzip, parallel false)";
        long rows;
        try (PreparedStatement sent = session.connection().prepareStatement(sql)) {
            rows = sent.executeUpdate();
        }
        delete(file);
        return new Table(
                Table.COPY,
                List.of(Table.Column.text("file"), Table.Column.text("status"), Table.Column.count("rows_loaded")),
                List.of(List.of(folder.getFileName().toString(), "LOADED", String.valueOf(rows))),
                Map.of());
    }

    /** {@code @"DEV".%"ORDERS"}: the stage that belongs to a table. */
    private Path folder(String stage) {
        List<String> parts = Engine.parts(stage).stream()
                .map(ServerSession::folded)
                .map(part -> part.replaceAll("[^\\w-]", "_"))
                .toList();
        if (!stage.contains(".%")) {
            throw Refusal.unsupported("stage " + stage);
        }
        try {
            return Files.createDirectories(stages.resolve(String.join("-", parts)));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private int columns(String relation) throws SQLException {
        try (PreparedStatement asked = session.connection().prepareStatement("select * from " + relation + " limit 0");
                ResultSet none = asked.executeQuery()) {
            return none.getMetaData().getColumnCount();
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}

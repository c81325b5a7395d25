package dev.assay.warehouse.snowflake.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The stages of tables: a folder each, which the driver writes into, and from where tables are filled. */
final class Stage {

    private static final Pattern PUT = Pattern.compile(
            "PUT '(file://.*)' @(\\S+)\\s+AUTO_COMPRESS = TRUE SOURCE_COMPRESSION = NONE OVERWRITE = TRUE",
            Pattern.DOTALL);

    private static final Pattern COPY = Pattern.compile(
            "COPY INTO (" + Engine.RELATION + ")\\s+FROM @(\\S+)\\s+FILE_FORMAT = \\(\\s*TYPE = CSV SKIP_HEADER = 1"
                    + " FIELD_DELIMITER = '(.|\\t)' FIELD_OPTIONALLY_ENCLOSED_BY = '\"'("
                    + " ESCAPE = NONE ESCAPE_UNENCLOSED_FIELD = NONE)? NULL_IF = \\(\\)"
                    + " EMPTY_FIELD_AS_NULL = TRUE\\s+ENCODING = 'UTF8' .*\\)\\s+ON_ERROR ="
                    + " ABORT_STATEMENT PURGE = TRUE",
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
                        true,
                        "sourceCompression",
                        "none",
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
        long rows = 0;
        for (Path file : files(folder)) {
            if (copy.group(4) == null) {
                Escapes.apply(file);
            }
            // Names and texts of the engine's own statement; the file's name is ours.
            String sql = "copy " + copy.group(1) + " from '" + file.toString().replace("'", "''")
                    + "' (format csv, auto_detect false, header true, delimiter '" + copy.group(3)
                    + "', quote '\"', escape '\"', nullstr '', allow_quoted_nulls false, compression gzip,"
                    + " parallel false)";
            try (PreparedStatement sent = session.connection().prepareStatement(sql)) {
                rows += sent.executeUpdate();
            }
            delete(file);
        }
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

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
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

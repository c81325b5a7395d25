package dev.assay.house;

import dev.assay.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a case came to, as the files that say so: {@code stdout}, {@code stderr}, {@code exit}, {@code tables}, {@code
 * expected/...}. Masked, so that it can be compared with what the case's folder holds, or written there.
 */
record Outcome(Map<String, String> files) {

    static final String NO_SUCH_FILE = "(no such file)\n";

    static Outcome of(Case played, Stage stage) throws IOException, SQLException {
        var out = new StringBuilder();
        var err = new StringBuilder();
        var exits = new StringBuilder();
        boolean several = played.commands().size() > 1;
        for (String line : played.commands()) {
            var command = CommandLine.of(line);
            switch (command.words().getFirst()) {
                case "assay" -> {
                    var told = new ByteArrayOutputStream();
                    var complained = new ByteArrayOutputStream();
                    int exit = run(played, stage, command, told, complained);
                    String title = several ? "$ " + line + "\n" : "";
                    out.append(title).append(told.toString(StandardCharsets.UTF_8));
                    err.append(title).append(complained.toString(StandardCharsets.UTF_8));
                    exits.append(exit).append('\n');
                }
                case "copy" ->
                    stage.lay(
                            played.folder().resolve(command.words().get(1)),
                            stage.folder().resolve(command.words().get(2)));
                case "sql" ->
                    stage.tell(String.join(
                            " ", command.words().subList(1, command.words().size())));
                case "remove" ->
                    stage.remove(stage.folder().resolve(command.words().get(1)));
                default -> throw new IllegalArgumentException(played.name() + ": command does not know: " + line);
            }
        }
        var files = new TreeMap<String, String>();
        files.put("stdout", out.toString());
        files.put("stderr", err.toString());
        files.put("exit", exits.toString());
        addExpectedFiles(played, stage, files);
        addAbsent(played, stage, files);
        if (!played.text("tables").isEmpty()) {
            files.put("tables", Tables.answer(played.text("tables"), stage.folder()));
        }
        files.replaceAll((file, text) -> Masks.mask(text, stage.folder()));
        return new Outcome(files);
    }

    private static int run(
            Case played,
            Stage stage,
            CommandLine command,
            ByteArrayOutputStream told,
            ByteArrayOutputStream complained) {
        var environment = new TreeMap<String, String>();
        environment.put("HOME", stage.folder().resolve("home").toString());
        environment.putAll(played.environment());
        environment.putAll(command.variables());
        try (var out = new PrintStream(told, false, StandardCharsets.UTF_8);
                var err = new PrintStream(complained, false, StandardCharsets.UTF_8)) {
            var arguments = command.words().subList(1, command.words().size());
            return Main.run(arguments, environment, stage.folder(), out, err);
        }
    }

    /** Asks for the same files as the case's folder names. A new one is made by making it, empty. */
    private static void addExpectedFiles(Case played, Stage stage, Map<String, String> files) throws IOException {
        Path expected = played.folder().resolve("expected");
        if (!Files.isDirectory(expected)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(expected)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                Path made = stage.folder().resolve(expected.relativize(path).toString());
                files.put(
                        played.folder().relativize(path).toString(),
                        Files.isRegularFile(made) ? House.read(made) : NO_SUCH_FILE);
            }
        }
    }

    private static void addAbsent(Case played, Stage stage, Map<String, String> files) {
        var absent = new StringBuilder();
        for (String path : played.lines("absent")) {
            absent.append(path)
                    .append(Files.exists(stage.folder().resolve(path)) ? " is there" : "")
                    .append('\n');
        }
        if (!absent.isEmpty()) {
            files.put("absent", absent.toString());
        }
    }
}

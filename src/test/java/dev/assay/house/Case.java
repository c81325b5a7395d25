package dev.assay.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A folder that is a test.
 *
 * <pre>
 * command      lines, run in order in one process:
 *                assay build --select x     an optional NAME=value before it; quotes as in a shell
 *                copy changes .             lays a folder of the case over what is there
 *                remove project/x.sql
 *                sql begin; select * from dev.x    in the case's Postgres, in a session that lasts as long as the case
 * environment  NAME=value lines for every command
 * setup        lines for what no file of a repository can be; see {@link Stage}
 * stdout, stderr, exit    what is expected; no file: nothing was written; several commands: under `$ ...` lines
 * expected/    files that must be there afterwards, with this content
 * absent       paths that must not be there afterwards
 * tables       `> query` lines, each followed by its rows, asked of the case's DuckDB file
 * </pre>
 *
 * All else is copied to the folder that the commands run in, over what {@code cases/default} lays out.
 */
record Case(Path folder) {

    static final Set<String> OWN_WORDS =
            Set.of("command", "environment", "setup", "stdout", "stderr", "exit", "expected", "absent", "tables");

    /** Folders that are laid over later by {@code copy}. */
    private static final Pattern CHANGES = Pattern.compile("changes.*");

    String name() {
        return House.CASES.relativize(folder).toString();
    }

    static boolean isInput(String topName) {
        return !OWN_WORDS.contains(topName) && !CHANGES.matcher(topName).matches();
    }

    List<String> commands() {
        return lines("command");
    }

    List<String> setup() {
        return lines("setup");
    }

    Map<String, String> environment() {
        var variables = new TreeMap<String, String>();
        for (String line : lines("environment")) {
            int equals = line.indexOf('=');
            variables.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return variables;
    }

    List<String> lines(String file) {
        return text(file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** Nothing where there is no such file. */
    String text(String file) {
        Path path = folder.resolve(file);
        return Files.isRegularFile(path) ? House.read(path) : "";
    }

    /** A case that says nothing of what it expects is new. */
    boolean isNew() {
        return !Files.exists(folder.resolve("exit"));
    }
}

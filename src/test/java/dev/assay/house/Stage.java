package dev.assay.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that a case plays in. Lines of {@code setup}:
 *
 * <pre>
 * bare                               without what cases/default lays out
 * bytes project/x.sql ff fe 00       a file of these bytes, or of none
 * unreadable project/x.sql           a file that is there and cannot be read
 * repeat 2..600 project/v{n}.sql select * from ${ref("v{m}")}      many files; m is n - 1
 * folder project/models/x            an empty folder
 * busy project/target                a target folder in which another process works as long as the case plays
 * database shop.duckdb               a DuckDB file with nothing in it
 * newer shop.duckdb                  one that says to be of a version that is still to come
 * link project/out elsewhere         a symbolic link to a folder, which is made
 * torn shop.duckdb                   one whose end is missing
 * locked shop.duckdb                 one that another process holds as long as the case plays
 * postgres                           a database on a real Postgres, whose name and port take the place of {database} and
 *                                    {port} in profiles.yml; where no Postgres is installed, the case is skipped
 * </pre>
 */
record Stage(Path folder, List<Process> others, List<PostgresDatabase> databases) implements AutoCloseable {

    private static final Path DEFAULT = House.CASES.resolve("default");

    static Stage set(Case played) throws IOException {
        // The real path, since what is printed is masked by it and a Mac's temporary folder is behind a link.
        var stage =
                new Stage(Files.createTempDirectory("assay-case").toRealPath(), new ArrayList<>(), new ArrayList<>());
        if (!played.setup().contains("bare") && Files.isDirectory(DEFAULT)) {
            stage.lay(DEFAULT, stage.folder);
        }
        try (Stream<Path> tops = Files.list(played.folder())) {
            for (Path top : tops.filter(top -> Case.isInput(top.getFileName().toString()))
                    .toList()) {
                stage.lay(top, stage.folder.resolve(top.getFileName().toString()));
            }
        }
        for (String line : played.setup()) {
            stage.arrange(line);
        }
        return stage;
    }

    /** Runs statements in a session that lasts as long as the case plays. */
    void tell(String sql) {
        databases.getLast().execute(sql);
    }

    /** Copies a file or a folder over what is there. */
    void lay(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.deleteIfExists(target);
                    Files.copy(path, target);
                }
            }
        }
    }

    void remove(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(path)) {
            for (Path each : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Process other : others) {
            other.getOutputStream().close();
        }
        databases.forEach(PostgresDatabase::close);
        remove(folder);
    }

    private void arrange(String line) throws IOException {
        List<String> words = List.of(line.split(" ", 3));
        switch (words.getFirst()) {
            case "bare" -> {}
            case "bytes" -> {
                String hex = words.size() > 2 ? words.get(2).replace(" ", "") : "";
                Files.write(made(words.get(1)), HexFormat.of().parseHex(hex));
            }
            case "unreadable" -> makeUnreadable(made(words.get(1)));
            case "repeat" -> repeat(words.get(1), words.get(2));
            case "database" -> Databases.make(folder.resolve(words.get(1)));
            case "newer" -> Databases.makeNewer(folder.resolve(words.get(1)));
            case "torn" -> Databases.makeTorn(folder.resolve(words.get(1)));
            case "locked" -> others.add(Holder.hold(Databases.make(folder.resolve(words.get(1)))));
            case "busy" -> {
                Path sign = made(words.get(1) + "/.at-work/1");
                Files.writeString(sign, "process 1 (assay build)");
                others.add(Holder.hold(sign));
            }
            case "link" -> {
                Path elsewhere = Files.createDirectories(folder.resolve(words.get(2)));
                Files.createSymbolicLink(made(words.get(1)), elsewhere);
            }
            case "postgres" -> databases.add(PostgresDatabase.make(folder.resolve("profiles.yml")));
            case "folder" -> Files.createDirectories(folder.resolve(words.get(1)));
            default -> throw new IllegalArgumentException("setup does not know: " + line);
        }
    }

    private Path made(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return file;
    }

    /** Nothing is forbidden to root, but a link that leads to itself leads nowhere for everybody. */
    private static void makeUnreadable(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createSymbolicLink(file, file);
    }

    private void repeat(String range, String pathAndText) throws IOException {
        int first = Integer.parseInt(range.replaceFirst("\\.\\..*", ""));
        int last = Integer.parseInt(range.replaceFirst(".*\\.\\.", ""));
        int space = pathAndText.indexOf(' ');
        for (int n = first; n <= last; n++) {
            Path file = made(filled(pathAndText.substring(0, space), n));
            Files.writeString(file, filled(pathAndText.substring(space + 1), n) + "\n");
        }
    }

    private static String filled(String text, int n) {
        return text.replace("{n}", Integer.toString(n)).replace("{m}", Integer.toString(n - 1));
    }
}

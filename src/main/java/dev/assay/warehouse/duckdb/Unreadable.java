package dev.assay.warehouse.duckdb;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that cannot be opened as a database: what it is instead, and what to do about it.
 *
 * @param words what that means for people
 * @param help none where the words say it
 */
record Unreadable(String words, List<String> help) {

    private static final Pattern VERSION = Pattern.compile(
            "database file with version number (?<found>\\d+),.*?(?:between \\d+ and |version )(?<last>\\d+)");

    private static final String LOG = "Failure while replaying WAL file";
    private static final String NO_DATABASE = "not a valid DuckDB database";
    private static final String ENCRYPTED = "Cannot open encrypted database";
    private static final String FOLDER = "Is a directory";
    private static final String ANEW = "put a sound copy in its place, or move it away: a build makes a new one";

    /** Whether what DuckDB said when it was to open a file means that the file is of no use. */
    static boolean isMeant(String said) {
        return said.contains(NO_DATABASE)
                || said.contains("Corrupt database file")
                || said.contains(LOG)
                || said.contains(ENCRYPTED)
                || said.contains("database file with version number");
    }

    /** @param address as the user calls the file */
    static Unreadable of(String address, String said) {
        String name = "`" + address + "` ";
        if (said.contains(LOG)) {
            return new Unreadable(
                    "the write-ahead log of " + name
                            + "is damaged\nwhat was written last is in it: put an older copy of both"
                            + " back, or move the log away and go on without",
                    List.of());
        }
        if (said.contains(NO_DATABASE)) {
            return none(name, "");
        }
        if (said.contains(ENCRYPTED)) {
            return new Unreadable(
                    name + "is encrypted",
                    List.of("assay opens no encrypted files: let `path` name one that is not, and load from there"));
        }
        if (said.contains(FOLDER)) {
            return new Unreadable(
                    name + "is a folder, and no DuckDB database",
                    List.of("let `path` name the file itself: `" + address + "/name.duckdb`"));
        }
        Matcher version = VERSION.matcher(said);
        return version.find() ? ofVersion(name, version) : new Unreadable(name + "is damaged", List.of(ANEW));
    }

    /** Told before DuckDB is asked, which reads some files of other kinds in its own way. */
    static Unreadable ofAnotherKind(String address) {
        return none("`" + address + "` ", "\nit is a file of another kind: it does not begin as DuckDB's files do");
    }

    private static Unreadable none(String name, String more) {
        return new Unreadable(
                name + "is no DuckDB database" + more,
                List.of("let `path` name a DuckDB file, or a name that is free: it is made then"));
    }

    private static Unreadable ofVersion(String name, Matcher version) {
        boolean newer = Long.parseLong(version.group("found")) > Long.parseLong(version.group("last"));
        return newer
                ? new Unreadable(
                        name + "was written by a newer DuckDB than this one",
                        List.of("a newer assay may read it; the DuckDB that wrote it can export what is in it"))
                : new Unreadable(
                        name + "was written by a DuckDB that is too old",
                        List.of("export what is in it with the DuckDB that wrote it"));
    }
}

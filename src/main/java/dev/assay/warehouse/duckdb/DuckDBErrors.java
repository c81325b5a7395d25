package dev.assay.warehouse.duckdb;

import dev.assay.sql.Statement;
import dev.assay.warehouse.ErrorReader;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.WarehouseError.Kind;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What DuckDB's refusals mean. The driver sets no codes: all there is to read is the words. */
record DuckDBErrors(String address) implements ErrorReader {

    private static final Pattern HOLDER =
            Pattern.compile("Conflicting lock is held in (?<program>.+?)(?: \\(PID (?<process>\\d+)\\))");

    private static final String LOG = "Failure while replaying WAL file";

    private static final List<String> NO_WRITING =
            List.of("Permission denied", "Read-only file system", "No space left", "File too large");

    private static final Pattern VERSION = Pattern.compile(
            "database file with version number (?<found>\\d+),.*?(?:between \\d+ and |version )(?<last>\\d+)");

    @Override
    public WarehouseError read(SQLException thrown, Optional<Statement> statement) {
        DuckDBWords words = DuckDBWords.of(String.valueOf(thrown.getMessage()));
        Kind kind = kind(words, statement.isPresent());
        OptionalInt offset = statement.map(sent -> words.offset(sent.text())).orElse(OptionalInt.empty());
        return new WarehouseError(kind, statement, offset, told(kind, words), thrown);
    }

    private String told(Kind kind, DuckDBWords words) {
        return switch (kind) {
            case LOCKED -> holder(words);
            case UNREADABLE -> unreadable(words.message()) + "\nDuckDB says: " + words.plain();
            case UNWRITABLE -> "`" + address + "` cannot be written\nDuckDB says: " + words.plain();
            default -> DuckDBGuesses.sifted(words.plain());
        };
    }

    private String unreadable(String said) {
        String name = "`" + address + "` ";
        if (said.contains(LOG)) {
            return "the write-ahead log of " + name
                    + "is damaged\nwhat was written last is in it: put an older copy of both"
                    + " back, or move the log away and go on without";
        }
        if (said.contains("not a valid DuckDB database")) {
            return name + "is no DuckDB database";
        }
        Matcher version = VERSION.matcher(said);
        if (version.find()) {
            boolean newer = Long.parseLong(version.group("found")) > Long.parseLong(version.group("last"));
            return name + "was written by " + (newer ? "a newer DuckDB than this one" : "a DuckDB that is too old");
        }
        return name + (said.contains("Is a directory") ? "is a folder, and no DuckDB database" : "is damaged");
    }

    private static Kind kind(DuckDBWords words, boolean connected) {
        String said = words.message();
        return switch (words.type()) {
            case "INTERRUPT" -> Kind.CANCELLED;
            case "TransactionContext" -> said.contains("onflict") ? Kind.TRANSIENT : Kind.REFUSED;
            case "FATAL" -> Kind.UNREACHABLE;
            case "IO", "Serialization", "Permission" -> file(said, connected);
            default -> connected ? Kind.REFUSED : Kind.UNREACHABLE;
        };
    }

    private static Kind file(String said, boolean connected) {
        if (said.contains("Could not set lock on file")) {
            return Kind.LOCKED;
        }
        boolean unreadable = said.contains("not a valid DuckDB database")
                || said.contains("Corrupt database file")
                || said.contains(LOG)
                || (!connected && said.startsWith("Could not read enough bytes from file"))
                || said.contains("database file with version number")
                || (!connected && said.startsWith("Could not read from file"));
        if (unreadable) {
            return Kind.UNREADABLE;
        }
        if (connected) {
            return Kind.REFUSED;
        }
        return NO_WRITING.stream().anyMatch(said::contains) ? Kind.UNWRITABLE : Kind.UNREACHABLE;
    }

    private String holder(DuckDBWords words) {
        Matcher holder = HOLDER.matcher(words.message());
        if (!holder.find()) {
            return words.plain();
        }
        String program = holder.group("program");
        return "process " + holder.group("process") + " (" + program.substring(program.lastIndexOf('/') + 1)
                + ") holds " + address;
    }
}

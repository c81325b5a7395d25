package dev.assay.warehouse.duckdb;

import dev.assay.source.Span;
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

/**
 * What DuckDB's refusals mean. The driver sets no codes: all there is to read is the words.
 *
 * @param address the file as the user calls it
 * @param place where the profile names it
 */
record DuckDBErrors(String address, Span place) implements ErrorReader {

    private static final Pattern HOLDER =
            Pattern.compile("Conflicting lock is held in (?<program>.+?)(?: \\(PID (?<process>\\d+)\\))");

    /** It is made at the first change, in the folder of the file. */
    private static final Pattern LOG = Pattern.compile("[.]wal(?:[.][a-z]+)?[\"']?: ");

    /** What to do where another process has the file, or builds in a copy of it. */
    static final List<String> ONE_PROCESS =
            List.of("a DuckDB file is open to one process at a time: close that one, or wait for its end");

    private static final String LOCKED = "Could not set lock on file";

    private static final List<String> NO_ROOM = List.of("No space left", "File too large", "Disk quota exceeded");

    private static final List<String> NO_RIGHT = List.of("Permission denied", "Read-only file system");

    @Override
    public WarehouseError read(SQLException thrown, Optional<Statement> statement) {
        DuckDBWords words = DuckDBWords.of(String.valueOf(thrown.getMessage()));
        Kind kind = kind(words, statement.isPresent());
        OptionalInt offset = statement.map(sent -> words.offset(sent.text())).orElse(OptionalInt.empty());
        var refusal = new WarehouseError(kind, statement, offset, told(kind, words, statement.isPresent()), thrown);
        return switch (kind) {
            case LOCKED -> refusal.helped(ONE_PROCESS);
            case UNREADABLE ->
                refusal.placed(place)
                        .helped(Unreadable.of(address, words.message()).help());
            case UNWRITABLE ->
                isAlone(words, statement.isPresent())
                        ? refusal.helped(List.of("make room where DuckDB says, and go on: assay retry"))
                        : refusal.placed(place)
                                .helped(List.of(
                                        "assay writes the file, and files beside it: give it the right and the room"));
            default -> refusal;
        };
    }

    /** A statement that found no room: the database goes on, and the file that DuckDB names may be another one. */
    private static boolean isAlone(DuckDBWords words, boolean connected) {
        return connected && !words.type().equals("FATAL") && !isOfLog(words.message());
    }

    private String told(Kind kind, DuckDBWords words, boolean connected) {
        return switch (kind) {
            case LOCKED -> holder(words);
            case UNREADABLE -> Unreadable.of(address, words.message()).words() + "\nDuckDB says: " + words.plain();
            case UNWRITABLE ->
                isAlone(words, connected)
                        ? words.plain()
                        : "`" + address + "` cannot be written\nDuckDB says: " + words.plain();
            default -> DuckDBGuesses.sifted(words.plain());
        };
    }

    private static Kind kind(DuckDBWords words, boolean connected) {
        String said = words.message();
        return switch (words.type()) {
            case "INTERRUPT" -> Kind.CANCELLED;
            case "TransactionContext" -> isConflict(said) ? Kind.TRANSIENT : file(said, connected);
            case "FATAL" -> mayNotBeWritten(said) ? Kind.UNWRITABLE : Kind.UNREACHABLE;
            case "IO", "Serialization", "Permission", "Catalog" -> file(said, connected);
            default -> connected ? Kind.REFUSED : Kind.UNREACHABLE;
        };
    }

    /** With another transaction, that is; another process may have a lock in conflict with ours. */
    private static boolean isConflict(String said) {
        return said.contains("onflict") && !said.contains(LOCKED);
    }

    private static Kind file(String said, boolean connected) {
        if (said.contains(LOCKED)) {
            return Kind.LOCKED;
        }
        boolean unreadable = Unreadable.isMeant(said)
                || (!connected && said.startsWith("Could not read enough bytes from file"))
                || (!connected && said.startsWith("Could not read from file"));
        if (unreadable) {
            return Kind.UNREADABLE;
        }
        if (connected) {
            // A file that may not be read or written there is one that the SQL names, or the log beside a database.
            return has(NO_ROOM, said) || isOfLog(said) ? Kind.UNWRITABLE : Kind.REFUSED;
        }
        return mayNotBeWritten(said) ? Kind.UNWRITABLE : Kind.UNREACHABLE;
    }

    private static boolean isOfLog(String said) {
        return has(NO_RIGHT, said) && LOG.matcher(said).find();
    }

    private static boolean mayNotBeWritten(String said) {
        return has(NO_ROOM, said) || has(NO_RIGHT, said);
    }

    private static boolean has(List<String> words, String said) {
        return words.stream().anyMatch(said::contains);
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

package dev.assay.warehouse.duckdb;

import dev.assay.diagnostic.ProblemsFound;
import dev.assay.diagnostic.Refused;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.WarehouseError.Kind;
import dev.assay.warehouse.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes into a copy of the file, which takes the file's place when all is done: other processes go on reading the whole
 * time. Who only reads has the file itself, beside others who read it.
 */
final class CopiedAccess implements DatabaseAccess {

    private static final String AS_BEFORE = "readers have what they had: nothing of this run was published";

    private final DuckDBOutput output;
    private final Path file;
    private final Wording wording;
    private final DuckDBInstance readers;
    private Optional<Work> work = Optional.empty();

    /** What goes on in the copy. */
    private record Work(WorkingCopy copy, DuckDBInstance instance) {}

    CopiedAccess(DuckDBOutput output, Path file, Wording wording) {
        this.output = output;
        this.file = file;
        this.wording = wording;
        this.readers =
                new DuckDBInstance(output, new DatabaseFile(Optional.of(file), DatabaseFile.Mode.READING), wording);
    }

    @Override
    public synchronized Session open() {
        if (work.isPresent()) {
            return work.get().instance().open();
        }
        // An empty one comes into being as others do: whole.
        if (Files.notExists(file)) {
            enter().close();
            conclude();
        }
        return readers.open();
    }

    @Override
    public synchronized Session enter() {
        if (work.isEmpty()) {
            readers.close();
            readers.requireFile();
            work = Optional.of(begin());
        }
        return work.get().instance().open();
    }

    private Work begin() {
        try {
            requireOneName();
            CopyFolder folder = CopyFolder.take(file);
            try {
                holdOffWriters();
                WorkingCopy copy = WorkingCopy.in(folder);
                var place = new DatabaseFile(Optional.of(copy.path()), DatabaseFile.Mode.WRITING);
                return new Work(copy, new DuckDBInstance(output, place, wording));
            } catch (IOException | WarehouseError | ProblemsFound refused) {
                folder.close();
                throw refused;
            } finally {
                readers.close();
            }
        } catch (CopyLock.Taken taken) {
            throw WarehouseError.of(Kind.LOCKED, taken.getMessage() + " builds in a copy of " + output.written())
                    .helped(DuckDBErrors.ONE_PROCESS);
        } catch (IOException refused) {
            throw unwritable("no copy of `" + output.written() + "` can be made beside it: " + Refused.words(refused)
                    + "\nwith `publish_by: file` a run builds in a copy, and wants as much room as the file has"
                    + "\nnothing was changed");
        }
    }

    /** A rename gives the new file one name: who reads it by another one would have the old one for ever. */
    private void requireOneName() throws IOException {
        boolean told = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        if (told && Files.exists(file) && (Integer) Files.getAttribute(file, "unix:nlink") > 1) {
            throw unwritable(
                    "`" + output.written() + "` has a second name (a hard link), which would go on with the old file\n"
                            + "with `publish_by: file` a copy takes the place of the one name that the profile has\n"
                            + "nothing was changed",
                    "remove the other name, make it a symbolic link, or leave `publish_by: file` out");
        }
    }

    /** As long as we read it, nobody can write it. */
    private void holdOffWriters() {
        if (Files.exists(file)) {
            readers.open();
        }
    }

    /** The exchange of the copy compares the file itself. */
    @Override
    public void requireSameFile() {}

    @Override
    public synchronized void conclude() {
        if (work.isPresent()) {
            try {
                holdOffWriters();
                finish(work.get());
            } finally {
                readers.close();
            }
            close();
        }
    }

    private void finish(Work done) {
        try (Session session = done.instance().open()) {
            session.execute(wording.statement("put everything into the file", "checkpoint", Map.of()));
        } catch (WarehouseError refused) {
            throw unwritable("the copy of `" + output.written() + "` could not be finished\nDuckDB says: "
                    + refused.words() + "\n" + AS_BEFORE);
        }
        done.instance().close();
        try {
            if (Files.exists(DatabaseFile.log(done.copy().path()))) {
                throw unwritable(
                        "not everything could be written into the copy of `" + output.written() + "`\n" + AS_BEFORE);
            }
            if (!done.copy().isCurrent()) {
                throw unwritable("`" + output.written()
                        + "` was written by somebody else while assay built in a copy of it\n" + AS_BEFORE);
            }
            done.copy().exchange();
        } catch (IOException refused) {
            throw unwritable("the copy of `" + output.written() + "` cannot take its place: " + Refused.words(refused)
                    + "\n" + AS_BEFORE);
        }
    }

    @Override
    public synchronized void reopen() {
        readers.close();
        work.ifPresent(begun -> begun.instance().close());
    }

    @Override
    public synchronized void close() {
        reopen();
        if (work.isPresent()) {
            WorkingCopy copy = work.get().copy();
            work = Optional.empty();
            try {
                copy.remove();
            } catch (IOException stays) {
                throw unwritable("the copy of `" + output.written() + "` cannot be removed: " + Refused.words(stays));
            }
        }
    }

    private WarehouseError unwritable(String words, String... help) {
        return WarehouseError.of(Kind.UNWRITABLE, words).placed(output.place()).helped(List.of(help));
    }
}

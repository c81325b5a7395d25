package dev.assay.app;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.diagnostic.Refused;
import dev.assay.feed.CsvForm;
import dev.assay.feed.CsvPieces;
import dev.assay.feed.CsvScan;
import dev.assay.feed.FeedData;
import dev.assay.feed.Parallel;
import dev.assay.feed.SeedFile;
import dev.assay.manifest.Seed;
import dev.assay.materialize.SeedForm;
import dev.assay.run.ReadAhead;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Opens a seed's file and has it read whole: a bad cell is found before anything is loaded. */
final class SeedReading implements ReadAhead.Reading {

    // More than there are processors: a thread that has done with its own takes what another has not begun.
    private static final int PIECES = 4 * Runtime.getRuntime().availableProcessors();

    private final ParsedProject project;
    private final boolean empty;

    /** @param empty whether its rows are left where they are */
    SeedReading(ParsedProject project, boolean empty) {
        this.project = project;
        this.empty = empty;
    }

    @Override
    public SeedFile read(Seed seed, Parallel together) {
        SeedFile file = whole(seed, together);
        return empty ? file.withoutRows() : file;
    }

    private SeedFile whole(Seed seed, Parallel together) {
        Path file = Path.of(seed.file());
        String printed = project.loaded().workspace().invocation().printed(file);
        CsvForm form = SeedForm.of(seed, project.loaded().warehouse().dialect());
        try {
            Optional<SeedFile> joined = CsvPieces.of(printed, seed.file(), new OnDisk(file), form, PIECES, together);
            return joined.isPresent() ? joined.get() : inOrder(seed, printed, form);
        } catch (IOException unreadable) {
            throw new ProblemsFound(Diagnostic.error(Code.FILE_UNREADABLE, "`" + printed + "` cannot be read")
                    .note("the system says: " + Refused.words(unreadable)));
        }
    }

    private static SeedFile inOrder(Seed seed, String printed, CsvForm form) throws IOException {
        try (InputStream data = Files.newInputStream(Path.of(seed.file()))) {
            return CsvScan.of(printed, seed.file(), data, form);
        }
    }

    private record OnDisk(Path file) implements FeedData {

        @Override
        public long size() throws IOException {
            return Files.size(file);
        }

        @Override
        public InputStream from(long place) throws IOException {
            SeekableByteChannel channel = Files.newByteChannel(file);
            channel.position(place);
            return Channels.newInputStream(channel);
        }
    }
}

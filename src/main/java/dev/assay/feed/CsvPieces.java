package dev.assay.feed;

import dev.assay.diagnostic.ProblemsFound;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Reads a large CSV file in pieces, side by side. Where a piece begins is a guess: behind some line end, which may stand
 * inside of a cell. It was right when the piece before it ends there with a whole row, and the first begins where the file does.
 */
public final class CsvPieces {

    // Less is read sooner than it is shared out.
    private static final long SMALLEST = 1 << 22;
    // Whoever meets no line end for so long has a file of other line ends, or of very long rows.
    private static final int FARTHEST = 1 << 16;

    private final FeedData data;
    private final CsvForm form;
    private final String path;

    private CsvPieces(String path, FeedData data, CsvForm form) {
        this.path = path;
        this.data = data;
        this.form = form;
    }

    /**
     * What {@link CsvScan} would say of a sound file; empty where the file is small, or something is wrong with it, or the
     * pieces do not fit together: then it has to be read from front to end.
     *
     * @param most how many pieces are of use
     */
    public static Optional<SeedFile> of(
            String path, String diskPath, FeedData data, CsvForm form, int most, Parallel together) throws IOException {
        long pieces = Math.min(most, data.size() / SMALLEST);
        return new CsvPieces(path, data, form)
                .read(pieces, together)
                .map(whole -> whole.file(path, diskPath, form.delimiter()));
    }

    /** @param pieces how many are wanted, however small */
    static Optional<Tally> ofAny(FeedData data, CsvForm form, int pieces, Parallel together) throws IOException {
        return new CsvPieces("x.csv", data, form).read(pieces, together);
    }

    private Optional<Tally> read(long pieces, Parallel together) throws IOException {
        List<Long> starts = starts(pieces);
        Optional<CsvHeader> header = starts.size() > 1 ? header() : Optional.empty();
        if (header.isEmpty()) {
            return Optional.empty();
        }
        var parts = new ArrayList<Callable<Optional<Tally>>>();
        for (int i = 0; i < starts.size(); i++) {
            long start = starts.get(i);
            long end = i + 1 < starts.size() ? starts.get(i + 1) : Long.MAX_VALUE;
            CsvHeader columns = header.get().unseen();
            parts.add(() -> piece(columns, start, end));
        }
        List<Optional<Tally>> tallies = together.all(parts);
        if (!tallies.stream().allMatch(Optional::isPresent)) {
            return Optional.empty();
        }
        Tally whole = tallies.getFirst().orElseThrow();
        tallies.stream().skip(1).flatMap(Optional::stream).forEach(whole::join);
        return Optional.of(whole);
    }

    private List<Long> starts(long pieces) throws IOException {
        var starts = new ArrayList<Long>();
        starts.add(0L);
        long size = data.size();
        for (int i = 1; i < pieces; i++) {
            behindLineEnd(size * i / pieces)
                    .filter(start -> start < size && start > starts.getLast())
                    .ifPresent(starts::add);
        }
        return starts;
    }

    private Optional<Long> behindLineEnd(long place) throws IOException {
        try (InputStream bytes = data.from(place)) {
            byte[] read = bytes.readNBytes(FARTHEST);
            for (int i = 0; i < read.length; i++) {
                if (read[i] == '\n') {
                    return Optional.of(place + i + 1);
                }
            }
            return Optional.empty();
        }
    }

    private Optional<CsvHeader> header() throws IOException {
        try (InputStream bytes = data.from(0)) {
            var rows = new CsvRows(bytes, form.delimiter());
            var csvProblems = new CsvProblems(path);
            if (!rows.next()) {
                return Optional.empty();
            }
            CsvHeader header = CsvHeader.read(rows.row(), form, csvProblems);
            csvProblems.throwIfAny();
            return Optional.of(header);
        } catch (ProblemsFound | CsvRows.Broken wrong) {
            return Optional.empty();
        }
    }

    /** Empty when some row is no good, or the last goes beyond the end. */
    private Optional<Tally> piece(CsvHeader header, long start, long end) {
        try (InputStream bytes = data.from(start)) {
            char delimiter = form.delimiter();
            CsvRows rows = start == 0 ? new CsvRows(bytes, delimiter) : CsvRows.further(bytes, delimiter);
            CsvRow row = rows.row();
            boolean headed = start > 0 || rows.next();
            var tally = new Tally(header, row.length());
            boolean sound = headed;
            while (sound && start + rows.passed() < end && rows.next()) {
                sound = !tally.counts(row) || tally.takes(row);
            }
            tally.end(rows);
            return sound && (end == Long.MAX_VALUE || start + rows.passed() == end)
                    ? Optional.of(tally)
                    : Optional.empty();
        } catch (IOException | CsvRows.Broken wrong) {
            return Optional.empty();
        }
    }
}

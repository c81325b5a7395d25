package dev.assay.app;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.diagnostic.Refused;
import dev.assay.feed.CsvScan;
import dev.assay.feed.SeedFile;
import dev.assay.manifest.Seed;
import dev.assay.materialize.SeedForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** Opens a seed's file and has it read from front to end: a bad cell is found before anything is loaded. */
final class SeedReading implements Function<Seed, SeedFile> {

    private final ParsedProject project;

    SeedReading(ParsedProject project) {
        this.project = project;
    }

    @Override
    public SeedFile apply(Seed seed) {
        Path file = Path.of(seed.file());
        String printed = project.loaded().workspace().invocation().printed(file);
        try (InputStream data = Files.newInputStream(file)) {
            return CsvScan.of(printed, seed.file(), data, SeedForm.of(seed));
        } catch (IOException unreadable) {
            throw new ProblemsFound(Diagnostic.error(Code.FILE_UNREADABLE, "`" + printed + "` cannot be read")
                    .note("the system says: " + Refused.words(unreadable)));
        }
    }
}

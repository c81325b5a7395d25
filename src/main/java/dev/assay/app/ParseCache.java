package dev.assay.app;

import dev.assay.artifact.ManifestFile;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.project.Project;
import dev.assay.project.SourceListing;
import dev.assay.project.SourceTree;
import dev.assay.project.SourceTreeReader;
import dev.assay.recall.Circumstances;
import dev.assay.recall.Recall;
import dev.assay.recall.Understood;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What calls of the same project tell each other, in the target folder. */
final class ParseCache {

    private static final String FILE = "parse.cache";
    private static final String NOTE = "parse.note";

    private final Workspace workspace;
    private final Project project;
    private final SourceListing listing;
    private final RecordingLog voice;
    private final Optional<Recall> recall;

    ParseCache(Workspace workspace, Project project, SourceListing listing, RecordingLog voice) {
        this.workspace = workspace;
        this.project = project;
        this.listing = listing;
        this.voice = voice;
        this.recall = program()
                .map(program -> new Recall(
                        project.targetFolder().resolve(FILE),
                        new Circumstances(program, workspace.invocation(), project),
                        workspace.secrets()::mask));
    }

    Optional<Understood> recalled() {
        return recall.flatMap(
                known -> known.find(listing, this::checksum, workspace.clock().instant()));
    }

    /** Who said something while it was read would be silent when recalled. */
    void keep(SourceTree tree, Understood understood) {
        if (!voice.spoken()) {
            recall.ifPresent(known -> known.store(
                    listing,
                    tree,
                    project.reads().environment(),
                    understood,
                    workspace.clock().instant()));
        }
    }

    /** Whether the manifest that lies there was written by {@code parse}, of the same project as the recalled one. */
    boolean hasManifest() {
        return recall.isPresent() && stamps().filter(this::isNoted).isPresent();
    }

    void manifestWritten() {
        if (recall.isPresent()) {
            stamps().ifPresent(this::note);
        }
    }

    private boolean isNoted(String stamps) {
        try {
            return Files.readString(project.targetFolder().resolve(NOTE)).equals(stamps);
        } catch (IOException none) {
            return false;
        }
    }

    private void note(String stamps) {
        try {
            Files.writeString(project.targetFolder().resolve(NOTE), stamps);
        } catch (IOException refused) {
            // The next call writes the manifest again: that is all it was to spare.
            return;
        }
    }

    private Optional<String> stamps() {
        try {
            Path target = project.targetFolder();
            var stamps =
                    new StringBuilder(stamp(target.resolve(FILE))).append(stamp(target.resolve(ManifestFile.NAME)));
            Path selectors = project.folder().resolve(ParsedProject.SELECTORS);
            return Optional.of(stamps.append(Files.exists(selectors) ? stamp(selectors) : "")
                    .toString());
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    private static String stamp(Path file) throws IOException {
        return file.getFileName() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file) + "\n";
    }

    private String checksum(SourceListing.Found file) {
        try {
            return SourceTreeReader.checksum(file, workspace.invocation());
        } catch (ProblemsFound unreadable) {
            return "";
        }
    }

    /** The jar that runs. Classes in a folder change without a sign: they remember nothing. */
    private static Optional<String> program() {
        try {
            var source = ParseCache.class.getProtectionDomain().getCodeSource();
            if (source == null || source.getLocation() == null) {
                return Optional.empty();
            }
            Path jar = Path.of(source.getLocation().toURI());
            return Files.isRegularFile(jar) ? Optional.of(jar.getParent() + " " + stamp(jar)) : Optional.empty();
        } catch (URISyntaxException | IOException unknown) {
            return Optional.empty();
        }
    }
}

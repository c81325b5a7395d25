package dev.assay.recall;

import dev.assay.project.SourceListing.Found;
import dev.assay.project.SourceTree;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Compares the files that are there with those that were. A file is opened only where size and age do not tell. */
final class Comparing {

    private static final SourceTree.Kind[] KINDS = SourceTree.Kind.values();
    private static final SourceTree.Form[] FORMS = SourceTree.Form.values();

    private final long young;
    private final Function<Found, String> checksum;
    private boolean looked;

    /**
     * @param young files that were changed after this may have changed once more since
     * @param checksum of a file's content as it is now
     */
    Comparing(Instant young, Function<Found, String> checksum) {
        this.young = TimeUnit.SECONDS.toNanos(young.getEpochSecond()) + young.getNano();
        this.checksum = checksum;
    }

    static void write(Packer out, Found file, String checksum) {
        out.word(file.kind());
        out.word(file.form());
        out.text(file.path());
        out.number(file.size());
        out.number(file.modified());
        out.number(file.stamp());
        out.text(checksum);
    }

    /** Whether files had to be opened for it. */
    boolean looked() {
        return looked;
    }

    boolean areSame(Unpacker in, List<Found> files) {
        if (in.count() != files.size()) {
            return false;
        }
        for (Found file : files) {
            if (!isSame(in, file)) {
                return false;
            }
        }
        return true;
    }

    private boolean isSame(Unpacker in, Found file) {
        boolean named = in.word(KINDS) == file.kind()
                && in.word(FORMS) == file.form()
                && in.text().equals(file.path())
                && in.number() == file.size();
        if (!named) {
            return false;
        }
        long modified = in.number();
        long stamp = in.number();
        String content = in.text();
        if (modified == file.modified() && stamp == file.stamp() && modified < young) {
            return true;
        }
        looked = true;
        return checksum.apply(file).equals(content);
    }
}

package dev.assay.recall;

import dev.assay.project.SourceListing;
import dev.assay.project.SourceListing.Found;
import dev.assay.project.SourceTree;
import dev.assay.source.SourceFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The file that holds what an earlier call understood: a head with the moment of writing and a sum over the rest, the
 * circumstances, the files that were read with size and age, and last what was understood.
 */
public final class Recall {

    private static final int HEAD = 3 * Long.BYTES;
    private static final long MAGIC = 0x6173736179000002L;

    /** A file that was changed less than this before we looked may be changed again and look the same. */
    private static final Duration YOUNG = Duration.ofSeconds(2);

    private final Path file;
    private final Circumstances circumstances;
    private final UnaryOperator<String> mask;

    /**
     * @param file that holds it, in the target folder
     * @param mask a text without the secrets in it; what holds one is not kept
     */
    public Recall(Path file, Circumstances circumstances, UnaryOperator<String> mask) {
        this.file = file;
        this.mask = mask;
        this.circumstances = circumstances;
    }

    /**
     * What an earlier call understood, if this one would understand the same.
     *
     * @param checksum of a file's content as it is now
     */
    public Optional<Understood> find(SourceListing listing, Function<Found, String> checksum, Instant now) {
        if (!listing.problems().isEmpty() || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        if (!isWhole(bytes)) {
            return Optional.empty();
        }
        var in = new Unpacker(bytes, HEAD);
        List<String> asked = in.texts();
        boolean flags = in.flag();
        byte[] digest = new byte[32];
        for (int i = 0; i < digest.length; i++) {
            digest[i] = (byte) in.count();
        }
        if (!Arrays.equals(digest, circumstances.digest(asked, flags))) {
            return Optional.empty();
        }
        Instant written = Instant.ofEpochMilli(ByteBuffer.wrap(bytes).getLong(Long.BYTES));
        var comparing = new Comparing(written.minus(YOUNG), checksum);
        if (!comparing.areSame(in, listing.files())) {
            return Optional.empty();
        }
        if (comparing.looked() && now.minus(YOUNG).isAfter(written)) {
            save(bytes, now);
        }
        return Optional.of(new ResourceReader(in).read());
    }

    /** Keeps what was understood, unless another call may understand something else of the same files. */
    public void store(SourceListing listing, SourceTree tree, List<String> asked, Understood understood, Instant now) {
        List<SourceFile> files = Stream.concat(
                        tree.entries().stream().map(SourceTree.Entry::file),
                        Stream.of(circumstances.project().file().file()))
                .toList();
        if (RuntimeWords.holds(files)) {
            return;
        }
        try {
            save(packed(listing, tree, asked, RuntimeWords.asksForFlags(files), understood), now);
        } catch (Unpackable value) {
            // A value that YAML does not have, or a secret: it stays with whoever made it, and what an earlier call
            // kept
            // is of no use any more.
            forget();
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException refused) {
            return;
        }
    }

    private byte[] packed(
            SourceListing listing, SourceTree tree, List<String> asked, boolean flags, Understood understood) {
        var out = new Packer(mask);
        out.texts(asked);
        out.flag(flags);
        for (byte part : circumstances.digest(asked, flags)) {
            out.number(part & 0xFF);
        }
        Iterator<SourceTree.Entry> entries = tree.entries().iterator();
        out.list(
                listing.files(),
                found -> Comparing.write(out, found, entries.next().checksum()));
        new ResourceWriter(out).write(understood);
        byte[] packed = out.bytes();
        return ByteBuffer.allocate(HEAD + packed.length).put(HEAD, packed).array();
    }

    private static boolean isWhole(byte[] bytes) {
        if (bytes.length < HEAD) {
            return false;
        }
        var head = ByteBuffer.wrap(bytes);
        return head.getLong(0) == MAGIC && head.getLong(2 * Long.BYTES) == sum(bytes);
    }

    private static long sum(byte[] bytes) {
        var sum = new CRC32();
        sum.update(bytes, HEAD, bytes.length - HEAD);
        return sum.getValue();
    }

    /** Beside its place first, so that another call sees a whole one. Where it cannot be written there is none. */
    private void save(byte[] bytes, Instant now) {
        ByteBuffer.wrap(bytes).putLong(MAGIC).putLong(now.toEpochMilli()).putLong(sum(bytes));
        Path unfinished = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Files.createDirectories(file.getParent());
            Files.write(unfinished, bytes);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            return;
        }
    }
}

package dev.assay.artifact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * {@code target/assay.log}: all that was said, a line at a time, call after call. What is said before the folder is known
 * waits for it. A log that cannot be written keeps nobody from working.
 */
public final class LogFile extends OutputStream {

    public static final String NAME = "assay.log";

    private static final String EARLIER = "assay.log.1";
    private static final long LARGEST = 10L << 20;

    private final UnaryOperator<String> line;
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
    private final List<String> waiting = new ArrayList<>();
    private Optional<OutputStream> file = Optional.empty();

    /**
     * @param line what is done with a line before it is kept: stamped, and without secrets
     */
    public LogFile(UnaryOperator<String> line) {
        this.line = line;
    }

    /** From now on lines go to the folder; a log that has grown too big becomes the earlier one. */
    public void open(TargetFolder target) {
        if (file.isPresent()) {
            return;
        }
        Path path = target.file(NAME);
        try {
            Files.createDirectories(target.path());
            if (Files.isRegularFile(path) && Files.size(path) > LARGEST) {
                Files.move(path, target.file(EARLIER), StandardCopyOption.REPLACE_EXISTING);
            }
            file = Optional.of(Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
            for (String kept : waiting) {
                // It was said before the project told what is secret: the command line, for one.
                put(target.mask().apply(kept));
            }
        } catch (IOException refused) {
            file = Optional.of(OutputStream.nullOutputStream());
        }
        waiting.clear();
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) {
        for (int i = start; i < start + length; i++) {
            if (bytes[i] == '\n') {
                end();
            } else {
                unfinished.write(bytes[i]);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            file.get().close();
        }
    }

    private void end() {
        String text = unfinished.toString(StandardCharsets.UTF_8);
        unfinished.reset();
        String kept = text.isBlank() ? "" : line.apply(text);
        if (kept.isEmpty()) {
            return;
        }
        if (file.isEmpty()) {
            waiting.add(kept);
            return;
        }
        try {
            put(kept);
        } catch (IOException refused) {
            file = Optional.of(OutputStream.nullOutputStream());
        }
    }

    private void put(String kept) throws IOException {
        file.orElseThrow().write((kept + "\n").getBytes(StandardCharsets.UTF_8));
    }
}

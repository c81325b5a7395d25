package dev.assay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * A way out that no secret passes. Text is held until a line ends or somebody wants it out; a secret is written within one
 * such piece, since what is printed is printed whole.
 */
final class MaskedOutput extends OutputStream {

    private static final int ENOUGH = 1 << 13;

    private final OutputStream out;
    private final UnaryOperator<String> mask;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream(ENOUGH);

    private MaskedOutput(OutputStream out, UnaryOperator<String> mask) {
        this.out = out;
        this.mask = mask;
    }

    static PrintStream over(OutputStream out, UnaryOperator<String> mask) {
        return new PrintStream(new MaskedOutput(out, mask), false, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
        held.write(bytes, start, length);
        if (held.size() >= ENOUGH && length > 0 && bytes[start + length - 1] == '\n') {
            letOut();
        }
    }

    @Override
    public void flush() throws IOException {
        letOut();
        out.flush();
    }

    /** Lets go of what is held; the way out belongs to the process. */
    @Override
    public void close() throws IOException {
        flush();
    }

    private void letOut() throws IOException {
        if (held.size() > 0) {
            out.write(mask.apply(held.toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
            held.reset();
        }
    }
}

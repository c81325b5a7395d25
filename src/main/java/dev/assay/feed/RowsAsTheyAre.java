package dev.assay.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file without its first line. */
final class RowsAsTheyAre extends FilterInputStream {

    private boolean begun;

    RowsAsTheyAre(InputStream data) {
        super(data);
    }

    @Override
    public int read() throws IOException {
        begin();
        return in.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        begin();
        return in.read(bytes, offset, length);
    }

    private void begin() throws IOException {
        if (!begun) {
            begun = true;
            int met = in.read();
            while (met >= 0 && met != '\n') {
                met = in.read();
            }
        }
    }
}

package dev.assay.template;

import java.io.Writer;

/** Collects what a template prints, up to a limit. */
class BoundedWriter extends Writer {

    /** More was printed than a template may print. */
    static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Full() {
            super(null, null, false, false);
        }
    }

    private final StringBuilder text = new StringBuilder();
    private final int limit;
    private final Runnable onFull;

    BoundedWriter(int limit) {
        this(limit, () -> {});
    }

    /** @param onFull looks where the template is, as long as it is there */
    BoundedWriter(int limit, Runnable onFull) {
        this.limit = limit;
        this.onFull = onFull;
    }

    String text() {
        return text.toString();
    }

    int length() {
        return text.length();
    }

    @Override
    public void write(char[] letters, int from, int count) {
        room(count);
        text.append(letters, from, count);
    }

    @Override
    public void write(String letters) {
        room(letters.length());
        text.append(letters);
    }

    private void room(int count) {
        if (count > limit - text.length()) {
            onFull.run();
            throw new Full();
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}

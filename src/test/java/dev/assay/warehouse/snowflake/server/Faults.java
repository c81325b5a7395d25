package dev.assay.warehouse.snowflake.server;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** What goes wrong on demand. Everything counts down and is over then. */
public final class Faults {

    private final AtomicInteger unavailable = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private final AtomicInteger expired = new AtomicInteger();
    private final AtomicReference<Pattern> fatal = new AtomicReference<>();
    private volatile long delayMillis;
    private volatile int chunkRows = Integer.MAX_VALUE;
    private volatile long patienceMillis = 500;

    /** The next statements are answered with status 503. */
    public void unavailable(int times) {
        unavailable.set(times);
    }

    /** The next statements run, and their connection is dropped before the answer. */
    public void drop(int times) {
        dropped.set(times);
    }

    /** The next statements are told that the session's token is too old. */
    public void expire(int times) {
        expired.set(times);
    }

    /** Every statement takes this much longer. */
    public void delay(long millis) {
        delayMillis = millis;
    }

    /** Results of more rows come in pieces of so many. */
    public void chunks(int rows) {
        chunkRows = rows;
    }

    /** After how long a statement is told to be in progress. */
    public void patience(long millis) {
        patienceMillis = millis;
    }

    /** The next statement that matches is refused for good, as if an administrator had ended the session; once. */
    public void breakAt(String pattern) {
        fatal.set(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
    }

    boolean isUnavailable() {
        return takes(unavailable);
    }

    boolean isDropped() {
        return takes(dropped);
    }

    boolean isExpired() {
        return takes(expired);
    }

    /** Whether this statement is where it breaks off: from then on the session is gone. */
    boolean breaks(String sql) {
        Pattern pattern = fatal.get();
        return pattern != null && pattern.matcher(sql).find() && fatal.compareAndSet(pattern, null);
    }

    long delayMillis() {
        return delayMillis;
    }

    int chunkRows() {
        return chunkRows;
    }

    long patienceMillis() {
        return patienceMillis;
    }

    private static boolean takes(AtomicInteger left) {
        return left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
    }
}

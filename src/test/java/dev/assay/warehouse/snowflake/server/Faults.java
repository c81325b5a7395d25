package dev.assay.warehouse.snowflake.server;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** What goes wrong on demand. Everything counts down and is over then. */
public final class Faults {

    private static final Pattern COMMIT = Pattern.compile("^commit", Pattern.CASE_INSENSITIVE);

    private final AtomicInteger unavailable = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private final AtomicInteger expired = new AtomicInteger();
    private final AtomicReference<Break> fatal = new AtomicReference<>();
    private final AtomicReference<Pattern> refused = new AtomicReference<>();
    private final AtomicReference<Loss> loss = new AtomicReference<>();
    private volatile boolean endsAll;
    private volatile boolean letsNobodyIn;
    private volatile long delayMillis;
    private volatile int chunkRows = Integer.MAX_VALUE;
    private volatile long inProgressMillis = 500;

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
    public void inProgressAfter(long millis) {
        inProgressMillis = millis;
    }

    /** The session of the next statement that matches is ended, as an administrator would; the statement does not run. */
    public void breakAt(String pattern) {
        breakAfter(pattern, 0);
        letsNobodyIn = false;
    }

    /** As {@link #breakAt}, but so many further statements run before that, and nobody may log in until {@link #broke}. */
    public void breakAfter(String pattern, int further) {
        endsAll = false;
        letsNobodyIn = true;
        fatal.set(new Break(pattern(pattern), new AtomicInteger(further), new AtomicInteger()));
    }

    /** As {@link #breakAfter}, and all other sessions end with it: what a killed process leaves. */
    public void breakAllAfter(String pattern, int further) {
        breakAfter(pattern, further);
        endsAll = true;
    }

    boolean endsAll() {
        return endsAll;
    }

    /** Whether no session may be opened, because one was broken off. */
    boolean isClosed() {
        return letsNobodyIn && fatal.get() == null;
    }

    /** Whether it has come to the break; if not, there is none any more. */
    public boolean broke() {
        letsNobodyIn = false;
        return fatal.getAndSet(null) == null;
    }

    /**
     * The next statement that matches is carried out, but its answer never arrives, however often it is asked for.
     *
     * @param further so many requests after it are not answered either; they are carried out, too
     */
    public void loseAnswerOf(String pattern, int further) {
        loss.set(new Loss(
                pattern(pattern),
                false,
                new AtomicBoolean(),
                new AtomicInteger(further),
                new ConcurrentSkipListSet<>()));
    }

    /** As {@link #loseAnswerOf}, of the next commit after a statement that matches. */
    public void loseCommitAfter(String pattern, int further) {
        loss.set(new Loss(
                pattern(pattern),
                true,
                new AtomicBoolean(),
                new AtomicInteger(further),
                new ConcurrentSkipListSet<>()));
    }

    /** How many requests were not answered; all are from now on. */
    public int lost() {
        Loss over = loss.getAndSet(null);
        return over == null ? 0 : over.requests().size();
    }

    /** @param ofCommit whether the pattern is that of a statement in the transaction whose commit is not answered */
    private record Loss(
            Pattern pattern, boolean ofCommit, AtomicBoolean seen, AtomicInteger further, Set<String> requests) {

        boolean takes(String request, String sql) {
            if (requests.isEmpty()) {
                boolean was = seen.get();
                seen.compareAndSet(false, pattern.matcher(sql).find());
                return (ofCommit ? was && COMMIT.matcher(sql).find() : seen.get()) && requests.add(request);
            }
            return further.getAndDecrement() > 0 && requests.add(request);
        }
    }

    boolean loses(String request, String sql) {
        Loss now = loss.get();
        return now != null && (now.requests().contains(request) || now.takes(request, sql));
    }

    /** The next statement that matches is refused; once. */
    public void refuseAt(String pattern) {
        refused.set(pattern(pattern));
    }

    private record Break(Pattern pattern, AtomicInteger further, AtomicInteger begun) {

        boolean isDue(String sql) {
            if (begun.get() == 0 && !pattern.matcher(sql).find()) {
                return false;
            }
            begun.set(1);
            return further.getAndDecrement() == 0;
        }
    }

    private static Pattern pattern(String written) {
        return Pattern.compile(written, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    boolean refuses(String sql) {
        Pattern pattern = refused.get();
        return pattern != null && pattern.matcher(sql).find() && refused.compareAndSet(pattern, null);
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
        Break due = fatal.get();
        return due != null && due.isDue(sql) && fatal.compareAndSet(due, null);
    }

    long delayMillis() {
        return delayMillis;
    }

    int chunkRows() {
        return chunkRows;
    }

    long inProgressMillis() {
        return inProgressMillis;
    }

    private static boolean takes(AtomicInteger left) {
        return left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
    }
}

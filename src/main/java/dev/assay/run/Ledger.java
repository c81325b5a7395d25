package dev.assay.run;

import dev.assay.environment.Mark;
import dev.assay.environment.Registry;
import dev.assay.warehouse.Session;
import java.util.ArrayList;
import java.util.List;

/**
 * Notes in the registry how far candidates are: in portions, because a statement a node costs more than it is worth. A
 * crash forgets the last portion, and with it that those candidates were complete: they are built again.
 */
final class Ledger {

    private static final int PORTION = 64;
    private static final long NANOS_BETWEEN = 500_000_000L;

    private final Registry registry;
    private final Session session;
    private final List<Mark> open = new ArrayList<>();
    private long lastWritten = System.nanoTime();

    Ledger(Registry registry, Session session) {
        this.registry = registry;
        this.session = session;
    }

    void note(Mark mark) {
        open.add(mark);
        if (open.size() >= PORTION || System.nanoTime() - lastWritten > NANOS_BETWEEN) {
            write();
        }
    }

    void write() {
        if (!open.isEmpty()) {
            registry.mark(session, open);
            open.clear();
        }
        lastWritten = System.nanoTime();
    }
}

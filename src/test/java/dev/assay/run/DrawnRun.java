package dev.assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.manifest.ResourceId;
import dev.assay.plan.Plan;
import dev.assay.plan.PlannedNode;
import dev.assay.plan.RandomProject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A run that chance has drawn, and how it went. */
public final class DrawnRun {
    private final Plan plan;
    private final Random random;
    private final Set<ResourceId> well = new HashSet<>();
    private final Set<ResourceId> failed = new HashSet<>();
    private final Map<ResourceId, ResourceId> skipped = new HashMap<>();
    private int most;

    public DrawnRun(long seed) {
        this.plan = RandomProject.of(seed, 40, 30, 12).plan();
        this.random = new Random(seed);
    }

    public DrawnRun run(int threads) {
        var scheduler = new Scheduler(plan);
        var running = new ArrayList<PlannedNode>();
        while (!scheduler.isDone()) {
            start(scheduler, running, threads);
            PlannedNode ended = running.remove(random.nextInt(running.size()));
            if (random.nextInt(8) > 0) {
                well.add(ended.id());
                scheduler.succeeded(ended.id());
            } else {
                failed.add(ended.id());
                scheduler.failed(ended.id()).forEach(skip -> {
                    assertFalse(skipped.containsKey(skip.node().id()), "skipped twice");
                    skipped.put(skip.node().id(), skip.because());
                });
            }
        }
        assertEquals(List.of(), running);
        return this;
    }

    private void start(Scheduler scheduler, List<PlannedNode> running, int threads) {
        while (running.size() < threads) {
            Optional<PlannedNode> next = scheduler.next();
            if (next.isEmpty()) {
                break;
            }
            assertTrue(well.containsAll(next.get().waitsFor()), "started before what it needs ended well");
            running.add(next.get());
        }
        most = Math.max(most, running.size());
        assertFalse(running.isEmpty(), "nothing runs and nothing is ready");
    }

    public Plan plan() {
        return plan;
    }

    /** Nodes that ended well. */
    public Set<ResourceId> well() {
        return well;
    }

    public Set<ResourceId> failed() {
        return failed;
    }

    /** Nodes that never began, and because of which one. */
    public Map<ResourceId, ResourceId> skipped() {
        return skipped;
    }

    /** How many ran at a time, at most. */
    public int most() {
        return most;
    }
}

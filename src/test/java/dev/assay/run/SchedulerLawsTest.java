package dev.assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.manifest.ResourceId;
import dev.assay.plan.Plan;
import dev.assay.plan.PlannedNode;
import dev.assay.plan.RandomProject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs that chance has drawn, without a warehouse: who starts when, and who is skipped. */
class SchedulerLawsTest {

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("assay.seeds", 100));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyNodeEndsOnceAndIsSkippedOnlyForWhatItNeeds(long seed) {
        int threads = 1 + (int) (seed % 5);
        DrawnRun drawn = new DrawnRun(seed).run(threads);
        assertTrue(drawn.most() <= threads);
        var all = new ArrayList<ResourceId>();
        all.addAll(drawn.well());
        all.addAll(drawn.failed());
        all.addAll(drawn.skipped().keySet());
        assertEquals(
                drawn.plan().nodes().stream().map(PlannedNode::id).sorted().toList(),
                all.stream().sorted().toList());
        for (PlannedNode node : drawn.plan().nodes()) {
            boolean hindered =
                    node.waitsFor().stream().anyMatch(needed -> !drawn.well().contains(needed));
            assertEquals(hindered, drawn.skipped().containsKey(node.id()));
        }
        drawn.skipped().forEach((node, because) -> {
            assertTrue(drawn.plan().byId().get(node).waitsFor().contains(because));
            assertFalse(drawn.well().contains(because));
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whenItStopsNothingNewStartsAndAllThatIsLeftIsNamed(long seed) {
        Plan plan = RandomProject.of(seed, 40, 30, 12).plan();
        var random = new Random(seed);
        var scheduler = new Scheduler(plan);
        var ended = new HashSet<ResourceId>();
        var running = new ArrayList<PlannedNode>();
        for (int i = 0; i < 5; i++) {
            scheduler.next().ifPresent(running::add);
            if (!running.isEmpty() && random.nextBoolean()) {
                ResourceId id = running.removeFirst().id();
                ended.add(id);
                scheduler.succeeded(id);
            }
        }
        scheduler.stop().forEach(left -> assertTrue(ended.add(left.id())));
        assertEquals(Optional.empty(), scheduler.next());
        running.forEach(left -> {
            assertFalse(scheduler.isDone());
            assertTrue(ended.add(left.id()));
            scheduler.succeeded(left.id());
        });
        assertTrue(scheduler.isDone());
        assertEquals(plan.nodes().size(), ended.size());
    }
}

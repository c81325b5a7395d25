package dev.assay.plan;

import dev.assay.manifest.ResourceId;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One thing to do.
 *
 * @param waitsFor what has to be done before, successfully
 * @param tests those that run right after the node, and speak of it alone
 * @param subjects whom a test that stands alone keeps from readers when it fails; empty for nodes and for tests that are
 *     not required
 * @param reason why it is in the plan, in words
 * @param remaining the time from its start to the end of the longest chain that waits for it, in milliseconds
 */
public record PlannedNode(
        ResourceId id,
        Action action,
        SortedSet<ResourceId> waitsFor,
        List<ResourceId> tests,
        SortedSet<ResourceId> subjects,
        String reason,
        long remaining) {

    public PlannedNode {
        waitsFor = Collections.unmodifiableSortedSet(new TreeSet<>(waitsFor));
        tests = List.copyOf(tests);
        subjects = Collections.unmodifiableSortedSet(new TreeSet<>(subjects));
    }

    public boolean makesRelation() {
        return action != Action.TEST;
    }
}

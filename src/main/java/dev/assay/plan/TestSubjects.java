package dev.assay.plan;

import dev.assay.manifest.ResourceId;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The relations whose content a test checks.
 *
 * @param read relations whose rows the test reads, directly or through ephemeral models
 * @param inlining further relations: an ephemeral model that the test reads is a part of their SQL
 */
record TestSubjects(SortedSet<ResourceId> read, SortedSet<ResourceId> inlining) {

    static final TestSubjects NONE = new TestSubjects(new TreeSet<>(), new TreeSet<>());

    TestSubjects {
        read = Collections.unmodifiableSortedSet(new TreeSet<>(read));
        var further = new TreeSet<>(inlining);
        further.removeAll(read);
        inlining = Collections.unmodifiableSortedSet(further);
    }

    SortedSet<ResourceId> all() {
        if (inlining.isEmpty()) {
            return read;
        }
        var all = new TreeSet<>(read);
        all.addAll(inlining);
        return all;
    }

    TestSubjects within(Set<ResourceId> some) {
        var readHere = new TreeSet<>(read);
        readHere.retainAll(some);
        var inliningHere = new TreeSet<>(inlining);
        inliningHere.retainAll(some);
        return new TestSubjects(readHere, inliningHere);
    }

    boolean isEmpty() {
        return read.isEmpty() && inlining.isEmpty();
    }
}

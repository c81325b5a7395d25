package dev.assay.plan;

import dev.assay.manifest.DataTest;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.ResourceId;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The tests that a relation has to pass before it is called proven: all of severity error that the project has for it, its
 * own, those over several relations and those of ephemeral models in its SQL, whatever a run selects.
 */
public final class RequiredTests {

    private static final SortedSet<ResourceId> NONE = Collections.emptySortedSet();

    private final Map<ResourceId, SortedSet<ResourceId>> tests = new HashMap<>();
    private final Map<ResourceId, TestSubjects> subjects = new HashMap<>();

    private RequiredTests() {}

    public static RequiredTests of(Manifest manifest) {
        var required = new RequiredTests();
        var subjects = new Subjects(manifest);
        manifest.all(DataTest.class)
                .filter(DataTest::isRequired)
                .forEach(test -> required.add(test.id(), subjects.of(test)));
        return required;
    }

    private void add(ResourceId test, TestSubjects ofTest) {
        subjects.put(test, ofTest);
        ofTest.all()
                .forEach(relation ->
                        tests.computeIfAbsent(relation, any -> new TreeSet<>()).add(test));
    }

    public SortedSet<ResourceId> of(ResourceId relation) {
        return tests.getOrDefault(relation, NONE);
    }

    /** The relations for which a test is required; none where it is not. */
    public SortedSet<ResourceId> subjectsOf(ResourceId test) {
        return subjects.getOrDefault(test, TestSubjects.NONE).all();
    }

    /** The subjects whose rows a required test reads. The others only take in an ephemeral model that the test reads. */
    public SortedSet<ResourceId> readBy(ResourceId test) {
        return subjects.getOrDefault(test, TestSubjects.NONE).read();
    }
}

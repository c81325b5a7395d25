package dev.assay.run;

import dev.assay.manifest.DataTest;
import dev.assay.manifest.ResourceId;
import dev.assay.result.Status;
import dev.assay.result.TestResult;
import dev.assay.warehouse.Session;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** A test of what is published failed: what readers see of the nodes that it speaks of is suspect until they are built anew. */
record Doubts(RunSetup setup, Session session) {

    void note(Collection<TestResult> tests) {
        List<ResourceId> suspects = tests.stream()
                .filter(test -> test.status() == Status.FAIL)
                .map(test -> (DataTest) setup.manifest().get(test.test()))
                .flatMap(Doubts::subjects)
                .filter(id -> setup.known().publishedOf(id).isPresent())
                .distinct()
                .toList();
        setup.registry().suspect(session, suspects);
    }

    private static Stream<ResourceId> subjects(DataTest test) {
        return test.generic().map(use -> Stream.of(use.of())).orElseGet(() -> test.needs().stream());
    }
}

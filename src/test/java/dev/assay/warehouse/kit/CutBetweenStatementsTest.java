package dev.assay.warehouse.kit;

import static dev.assay.warehouse.kit.Project.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.app.ParsedProject;
import dev.assay.app.StatusReport;
import dev.assay.app.Workspace;
import dev.assay.connect.Lease;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.project.Invocation;
import dev.assay.project.Secrets;
import dev.assay.project.TemplateVoice;
import dev.assay.source.Span;
import dev.assay.warehouse.Capability;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The catalog and the registry are read one after the other; a cut of another run between them is no change by hand. */
class CutBetweenStatementsTest extends Builds {

    private static final String READ = "read the registry";

    private static final class Silent implements TemplateVoice {
        @Override
        public void log(String words, Span place) {}

        @Override
        public void warn(Diagnostic warning) {}
    }

    private ParsedProject watched(Runnable afterReading) {
        var invocation = new Invocation(
                project().folder(),
                Map.of(),
                Invocation.Options.NONE,
                "id",
                Clock.systemUTC().instant());
        return new Workspace(invocation, new Secrets(), new Silent(), Clock.systemUTC(), Lease.IMPATIENT, "test")
                .load()
                .watched((statement, at, took, refusal) -> {
                    if (statement.purpose().equals(READ)) {
                        afterReading.run();
                    }
                })
                .parse();
    }

    private void build() {
        project().assay("build", "--target-path", "other").ends(0);
    }

    private void buildOnce() {
        assumeTrue(can(Capability.MANY_PROCESSES));
        project().model("a", TABLE + "select 1 as x");
        project().yaml("models: [{name: a, columns: [{name: x, data_tests: [not_null]}]}]\n");
        build();
    }

    @Test
    void aCutOfAnotherRunIsNoChangeByHand() {
        buildOnce();
        var reads = new AtomicInteger();
        StatusReport report = StatusReport.of(watched(() -> {
            if (reads.incrementAndGet() == 1) {
                build();
            }
        }));
        assertTrue(report.everythingIsProven(), report.rows()::toString);
        assertFalse(report.rows().toString().contains("by hand"), report.rows()::toString);
        assertEquals(2, reads.get());
    }

    @Test
    void nothingIsReadTwiceWithoutAnotherRun() {
        buildOnce();
        project().stranger("drop table {a}");
        project().stranger("create table {a} as select 42 as y");
        var reads = new AtomicInteger();
        StatusReport report = StatusReport.of(watched(reads::incrementAndGet));
        assertTrue(report.rows().toString().contains("was replaced by hand"), report.rows()::toString);
        assertEquals(1, reads.get());
    }

    @Test
    void lookingAgainHasAnEnd() {
        buildOnce();
        var reads = new AtomicInteger();
        StatusReport.of(watched(() -> {
            reads.incrementAndGet();
            build();
        }));
        assertEquals(3, reads.get());
    }
}

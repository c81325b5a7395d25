package dev.assay.warehouse.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.run.ChildBuild;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.facet.LeaseRenewal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Another process builds beside ours where that is declared; elsewhere it is told who is there before it. */
class ProcessesTest extends Builds {

    @Test
    void oneRunAtATimeHasAnEnvironment() {
        try (Warehouse first = ground().connect();
                Warehouse second = ground().connect()) {
            if (!first.capabilities().contains(Capability.MANY_PROCESSES)) {
                // There the file itself is held: the other test shows it.
                first.enter(project().schema(), any -> {}).close();
                assertEquals(Optional.empty(), first.facet(LeaseRenewal.class));
                return;
            }
            try (Session held = first.enter(project().schema(), any -> {})) {
                WarehouseError refusal = assertThrows(
                        WarehouseError.class, () -> second.enter(project().schema(), any -> {}));
                assertEquals(WarehouseError.Kind.LOCKED, refusal.kind(), refusal.words());
                first.beat(held);
                second.enter(project().schema() + "_other", any -> {}).close();
            }
            second.enter(project().schema(), any -> {}).close();
        }
    }

    @Test
    void whoComesSecondIsServedOrToldWhoWasFirst() throws InterruptedException {
        project().model("orders", "select 5 as n");
        try (Warehouse warehouse = ground().connect();
                Session session = warehouse.open()) {
            session.begin();
            int exit = ChildBuild.killedAfter(Integer.MAX_VALUE, project().folder())
                    .end();
            String said = project().read("child.log");
            if (warehouse.capabilities().contains(Capability.MANY_PROCESSES)) {
                assertEquals(0, exit, said);
            } else {
                assertNotEquals(0, exit, said);
                String process = "process " + ProcessHandle.current().pid();
                assertTrue(said.contains(process), said);
            }
            session.rollback();
        }
        project().assay("build").ends(0);
        assertEquals(5, project().number("orders"));
    }
}

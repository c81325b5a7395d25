package dev.assay.warehouse.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.environment.Digests;
import dev.assay.environment.Entry;
import dev.assay.environment.Inputs;
import dev.assay.environment.ProofChange;
import dev.assay.environment.RegistrySnapshot;
import dev.assay.environment.RegistryUpdate;
import dev.assay.environment.TestCount;
import dev.assay.environment.Version;
import dev.assay.environment.VersionNote;
import dev.assay.manifest.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The registry keeps what it is told, for each environment alone. */
class RegistryTest extends RegistryContract {

    private static RegistryUpdate proven(ResourceId node, Digests digests, Optional<TestCount> tests) {
        return new RegistryUpdate(
                node,
                Entry.State.PROVEN,
                Entry.Proof.PROVEN,
                OptionalLong.of(3),
                "print",
                Inputs.of(Map.of()),
                "",
                digests,
                tests);
    }

    @Test
    void theEpochGrowsEachTimeTheEnvironmentIsTaken() {
        assertEquals(1, enter("dev"));
        assertEquals(2, enter("dev"));
        assertEquals(1, enter("prod"));
        assertEquals(3, enter("dev"));
        assertEquals(3, read("dev").registry().epoch());
        RegistrySnapshot stale = RegistrySnapshot.NOTHING;
        assertEquals(4, enter("dev", found(), stale, claim(data("dev"))));
    }

    @Test
    void aWholeRowComesBackAsItWasWritten() {
        enter("dev");
        prepare("dev", "run-1", ORDERS);
        var digests = new Digests(Optional.of("d1"), Optional.of("d2"));
        of("dev").mark(session(), List.of(proven(ORDERS, digests, Optional.of(new TestCount(5, 4)))));
        // What is not known later leaves what is there.
        of("dev").mark(session(), List.of(proven(ORDERS, Digests.NONE, Optional.empty())));
        publish("dev", 1, "run-1", ORDERS);
        Entry entry = read("dev").publishedOf(ORDERS).orElseThrow();
        assertEquals(name("orders"), entry.relation());
        assertEquals(OptionalLong.of(3), entry.rows());
        assertEquals(Optional.of("shop"), entry.project());
        assertEquals(OptionalLong.of(1), entry.epoch());
        assertEquals(digests, entry.digests());
        assertEquals(Optional.of(new TestCount(5, 4)), entry.tests());
        assertEquals(1, read("dev").generation());
    }

    @Test
    void anEnvironmentNeitherSeesNorChangesTheRowsOfAnother() {
        enter("dev");
        enter("prod");
        prepare("dev", "run-1", ORDERS);
        prepare("prod", "run-2", ORDERS);
        of("dev").mark(session(), List.of(proven(ORDERS, Digests.NONE, Optional.empty())));
        publish("dev", 4, "run-1", ORDERS);
        assertEquals(
                Entry.State.PREPARED,
                read("prod").waitingOf(ORDERS).orElseThrow().state());
        assertEquals(0, of("prod").lastGeneration(session()));
        publish("prod", 1, "run-2", ORDERS);
        of("dev").prove(session(), List.of(suspect("run-2")));
        assertEquals(
                Entry.Proof.UNPROVEN,
                read("prod").publishedOf(ORDERS).orElseThrow().proof());
        of("dev").drop(session(), List.of(name("orders")));
        assertEquals(List.of(name("orders")), read("prod").relations());
        assertEquals(List.of(), read("dev").relations());
        prepare("prod", "run-3", SUMS);
        of("dev").forget(session(), List.of(SUMS));
        assertTrue(read("prod").waitingOf(SUMS).isPresent());
        // A generation is given once, also when all that it published is gone.
        assertEquals(4, of("dev").lastGeneration(session()));
        prepare("dev", "run-4", ORDERS);
        assertEquals(4, of("dev").lastGeneration(session()));
    }

    @Test
    void aProofIsNotedOfTheVersionThatWasTestedOnly() {
        enter("dev");
        prepare("dev", "run-1", ORDERS);
        of("dev").mark(session(), List.of(proven(ORDERS, Digests.NONE, Optional.of(new TestCount(2, 2)))));
        publish("dev", 1, "run-1", ORDERS);
        of("dev").prove(session(), List.of(suspect("run-0")));
        Entry untouched = read("dev").publishedOf(ORDERS).orElseThrow();
        assertEquals(Entry.Proof.PROVEN, untouched.proof());
        of("dev").prove(session(), List.of(suspect("run-1")));
        Entry suspect = read("dev").publishedOf(ORDERS).orElseThrow();
        assertEquals(Entry.Proof.SUSPECT, suspect.proof());
        assertEquals(Optional.of(new TestCount(2, 1)), suspect.tests());
        assertEquals("run-0", suspect.inputs().runs().get(SUMS));
    }

    private static ProofChange suspect(String runId) {
        return new ProofChange(
                ORDERS, runId, Entry.Proof.SUSPECT, Optional.of(new TestCount(2, 1)), Inputs.of(Map.of(SUMS, "run-0")));
    }

    @Test
    void textsAreKeptOnce() {
        enter("dev");
        var texts = new TreeMap<>(Map.of("a", "select 'it''s'", "b", "select 2"));
        of("dev").notes().keepTexts(session(), texts);
        of("dev").notes().keepTexts(session(), texts);
        assertEquals(texts, of("dev").notes().texts(session(), List.of("a", "b", "c")));
        assertEquals(
                2, query("select count(*) from " + printed(quality(), "texts")).number());
    }

    @Test
    void notesBecomeCurrentWithTheVersionThatTheyBelongTo() {
        enter("dev");
        prepare("dev", "run-1", ORDERS, SUMS);
        note("run-1", new VersionNote(ORDERS, "watermark", "day", "1"), new VersionNote(SUMS, "watermark", "day", "1"));
        assertEquals(List.of(), current());
        publish("dev", 1, "run-1", ORDERS);
        assertEquals(List.of(new VersionNote(ORDERS, "watermark", "day", "1")), current());
        prepare("dev", "run-2", ORDERS, SUMS);
        note("run-2", new VersionNote(ORDERS, "watermark", "day", "2"), new VersionNote(ORDERS, "load", "a.csv", "10"));
        note("run-2", new VersionNote(ORDERS, "watermark", "day", "3"));
        assertEquals(List.of(new VersionNote(ORDERS, "watermark", "day", "1")), current(), "the newer one is pending");
        publish("dev", 2, "run-2", ORDERS, SUMS);
        assertEquals(
                List.of(new VersionNote(ORDERS, "watermark", "day", "3")),
                current(),
                "those of a superseded version are never true, and those of a node replace what it noted before");
    }

    @Test
    void notesOfAnotherNameStay() {
        enter("dev");
        prepare("dev", "run-1", ORDERS);
        note("run-1", new VersionNote(ORDERS, "load", "a.csv", "10"));
        publish("dev", 1, "run-1", ORDERS);
        for (int run = 2; run < 5; run++) {
            prepare("dev", "run-" + run, ORDERS);
            note("run-" + run, new VersionNote(ORDERS, "load", "b.csv", "" + run));
            publish("dev", run, "run-" + run, ORDERS);
        }
        assertEquals(
                List.of(new VersionNote(ORDERS, "load", "a.csv", "10"), new VersionNote(ORDERS, "load", "b.csv", "4")),
                current());
        assertTrue(
                query("select count(*) from " + printed(quality(), "notes")).number() <= 3,
                "notes that gave way do not stay for ever");
    }

    @Test
    void aTransactionThatIsUndoneLeavesNotesPending() {
        enter("dev");
        prepare("dev", "run-1", ORDERS);
        note("run-1", new VersionNote(ORDERS, "watermark", "day", "1"));
        session().begin();
        publish("dev", 1, "run-1", ORDERS);
        session().rollback();
        assertEquals(List.of(), current());
        publish("dev", 1, "run-1", ORDERS);
        assertEquals(1, current().size());
    }

    @Test
    void aNodeIsHeldSinceTheFirstRunThatDidNotPublishIt() {
        enter("dev");
        prepare("dev", "run-1", ORDERS);
        Entry first = read("dev").waitingOf(ORDERS).orElseThrow();
        assertEquals(first.since(), first.heldSince());
        of("dev").mark(session(), List.of(proven(ORDERS, Digests.NONE, Optional.empty())));
        prepare("dev", "run-2", ORDERS);
        of("dev").mark(session(), List.of(proven(ORDERS, Digests.NONE, Optional.empty())));
        Entry second = read("dev").waitingOf(ORDERS).orElseThrow();
        assertEquals("run-2", second.runId());
        assertEquals(first.heldSince(), second.heldSince());
        assertTrue(second.since().isAfter(first.since()), "its candidate is a new one");
        publish("dev", 1, "run-2", ORDERS);
        prepare("dev", "run-3", ORDERS);
        Entry third = read("dev").waitingOf(ORDERS).orElseThrow();
        assertTrue(third.heldSince().isAfter(first.heldSince()), "it was published in between");
    }

    @Test
    void onlyTheVersionsThatARunNamesArePublished() {
        enter("dev");
        prepare("dev", "run-1", ORDERS, SUMS);
        assertEquals(2, publish("dev", 1, "run-1", ORDERS, SUMS));
        prepare("dev", "run-2", ORDERS);
        prepare("dev", "run-3", SUMS);
        assertEquals(1, publish("dev", 2, "run-2", ORDERS, SUMS));
        assertEquals("run-2", read("dev").publishedOf(ORDERS).orElseThrow().runId());
        assertEquals("run-1", read("dev").publishedOf(SUMS).orElseThrow().runId());
        assertEquals(0, publish("dev", 3, "run-2", ORDERS), "it is published already");
        prepare("dev", "run-4", ORDERS);
        var mixed = List.of(new Version(ORDERS, "run-4"), new Version(SUMS, "run-3"));
        assertEquals(2, of("dev").publish(session(), 4, mixed));
        assertEquals("run-3", read("dev").publishedOf(SUMS).orElseThrow().runId());
    }
}

package dev.assay.environment;

import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Identity;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the registry knows of one relation: the newest version that readers see, or a candidate that waits.
 *
 * @param generation of the cut that published it; empty for a candidate
 * @param runId the run that built it: with the node's id, the name of this version of the relation
 * @param kind table, view, seed
 * @param fingerprint of the compiled SQL and all that decides how it is built
 * @param inputs which version of each parent it was built from
 * @param message why it waits, in words; names of failed tests among them
 * @param heldSince since when runs have not published the node; the first of them counts
 * @param project the name of the project that made it; empty where an assay made it that did not note that
 * @param epoch of the run that prepared it
 * @param tests empty where nobody has counted them
 */
public record Entry(
        ResourceId node,
        RelationName relation,
        String runId,
        OptionalLong generation,
        String kind,
        OptionalLong rows,
        State state,
        Proof proof,
        String fingerprint,
        Inputs inputs,
        String message,
        Instant since,
        Instant heldSince,
        Optional<String> project,
        OptionalLong epoch,
        Digests digests,
        Optional<TestCount> tests,
        Identity identity) {

    /** Where a version of a relation stands on its way to readers. */
    public enum State {
        /** Planned or being built: after a crash, to be removed. */
        PREPARED,
        /** Built, every test passed, not published. */
        PROVEN,
        /** Built, and failed a test. */
        HELD,
        /** Could not be built, or was never begun. */
        FAILED,
        /** In a cut that is made step by step: begun, and neither finished nor undone. */
        PUBLISHING,
        PUBLISHED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What is known of the data behind the name, from the strongest to the weakest. */
    public enum Proof {
        /** Every required test ran on this content and passed. */
        PROVEN,
        /** A view over what others change: proven at one moment only. */
        LIVE,
        /** Some of the required tests ran on this content and passed; the others did not run. */
        PARTLY_PROVEN,
        /** No required test ran on this content, or a failure was accepted. */
        UNPROVEN,
        /** A test of what is published failed. */
        SUSPECT;

        /** What tests say that ran before the publication. */
        public static Proof of(TestCount tests, boolean isLive) {
            if (tests.isComplete()) {
                return isLive ? LIVE : PROVEN;
            }
            return tests.passed() == 0 ? UNPROVEN : PARTLY_PROVEN;
        }

        public boolean isWeakerThan(Proof other) {
            return compareTo(other) > 0;
        }

        /** Whether all required tests passed. */
        public boolean isProven() {
            return this == PROVEN || this == LIVE;
        }

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** The word, for people. */
        public String words() {
            return word().replace('_', ' ');
        }
    }

    /** The project that made it. A registry of an older assay does not name it, but the id of a node begins with it. */
    public String maker() {
        return project.orElse(node.names().getFirst());
    }

    /** Whether its candidate is complete, so that it can be used without building it again. */
    public boolean isKeptCandidate() {
        return state == State.PROVEN || state == State.HELD;
    }
}

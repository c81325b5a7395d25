package dev.assay.run;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Few;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.publish.CutBroken;
import dev.assay.publish.CutLost;
import dev.assay.publish.Gate;
import dev.assay.publish.RunProgress;
import dev.assay.result.Publication;
import dev.assay.setup.RunSetup;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.WarehouseError.Kind;
import java.util.List;
import java.util.Optional;

/**
 * A run that cannot go on: another run has what this one writes to, or the warehouse is not there any more. Who reads of it
 * wants to know what has become visible, and what to type.
 */
public record AbortMessage(RunSetup setup, RunProgress progress, Session session) {

    private static final int MOST_NAMED = 4;

    /** What is thrown in place of the refusal; a refusal that says all by itself stays what it is. */
    RuntimeException of(WarehouseError refusal) {
        boolean asked = setup.interruption().isRequested();
        Optional<Diagnostic> problem = asked ? Optional.empty() : told(refusal);
        return problem.map(told -> (RuntimeException) new ProblemsFound(told)).orElse(refusal);
    }

    /** What a cut would have published is not this run's any more. */
    ProblemsFound of(CutLost lost) {
        return new ProblemsFound(taken(lost.getMessage()));
    }

    /** The message about the cut says what its relations show; this adds what was published before. */
    ProblemsFound of(CutBroken broken) {
        return new ProblemsFound(withPublished(broken.problem()));
    }

    private Optional<Diagnostic> told(WarehouseError refusal) {
        return switch (refusal.kind()) {
            case LOCKED ->
                Optional.of(now().map(still -> taken((still.kind() == Kind.LOCKED ? still : refusal).words()))
                        .orElseGet(() -> lost(refusal, "its session was ended in the database")));
            case UNREACHABLE, TRANSIENT ->
                Optional.of(now().filter(still -> still.kind() == Kind.LOCKED)
                        .map(still -> taken(still.words()))
                        .orElseGet(() -> lost(refusal, setup.warehouse().label() + " says: " + refusal.words())));
            case REFUSED, NOT_A_QUERY, HELD, CANCELLED, UNREADABLE, UNWRITABLE -> Optional.empty();
        };
    }

    /** What stands against the run at this moment: its workers have gone, so whoever has its place is another one. */
    private Optional<WarehouseError> now() {
        try {
            setup.warehouse().beat(session);
            setup.registry().lastGeneration(session);
            return Optional.empty();
        } catch (WarehouseError refusal) {
            return Optional.of(refusal);
        }
    }

    private Diagnostic taken(String words) {
        String first = words.lines().findFirst().orElse("");
        Diagnostic problem = Diagnostic.error(Code.DATABASE_LOCKED, "the run was broken off: " + first);
        return published(problem)
                .note("what this one has built beyond that is left where it is")
                .help("wait for the end of that one, and build again: assay build");
    }

    private Diagnostic lost(WarehouseError refusal, String words) {
        String label = setup.warehouse().label();
        Diagnostic problem = Diagnostic.error(
                        Code.NO_CONNECTION,
                        "the run was broken off: " + label
                                + refusal.statement()
                                        .map(statement -> " did not " + statement.purpose())
                                        .orElse(" cannot be reached any more"))
                .note(words);
        return published(problem)
                .help(refusal.help())
                .help("when it can be reached again, go on from what is finished: assay retry");
    }

    private Diagnostic published(Diagnostic problem) {
        if (progress.publications().isEmpty()) {
            return problem.note("nothing of this run is known to be published; what readers see: assay status");
        }
        return withPublished(problem);
    }

    private Diagnostic withPublished(Diagnostic problem) {
        Diagnostic told = problem;
        for (Publication publication : progress.publications()) {
            List<String> names = publication.nodes().stream().map(Gate::nameOf).toList();
            told = told.note("published, and stays so: generation " + publication.generation() + " of "
                    + Few.of(names, MOST_NAMED));
        }
        return told;
    }
}

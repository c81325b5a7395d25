package dev.assay.materialize;

import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Existing.Kind;
import java.util.List;
import java.util.Optional;

/**
 * Makes parts of candidates.
 *
 * @param existing what is published
 * @param goesOn whether nodes that are still to be built may read the candidates' names after the cut
 */
public record PartMaker(Existing existing, boolean goesOn) {

    /** The way where definitions are part of a transaction and nothing holds on to a relation that is renamed. */
    public Part free(Candidate candidate) {
        return switch (candidate.product()) {
            case Product.View(boolean readsPublished)
            when !readsPublished || !candidate.hooks().isEmpty() -> {
                Predecessor predecessor = Predecessor.ofDefinition(Kind.VIEW, visible(candidate));
                yield define(candidate, predecessor, candidate.define(predecessor));
            }
            case Product.View view -> exchange(candidate, Predecessor.ofRename(visible(candidate)));
            case Product.Staged(Change change) -> merge(candidate, change, CandidateAfter.POINTS_TO_PUBLISHED);
            case Product.StoredView stored -> exchange(candidate, Predecessor.ofRename(visible(candidate)));
            case Product.Table table -> exchange(candidate, Predecessor.ofRename(visible(candidate)));
        };
    }

    public Part exchange(Candidate candidate, Predecessor predecessor) {
        return new Part(
                candidate,
                new Way.Exchange(candidate.product().kind()),
                visible(candidate),
                predecessor,
                goesOn ? CandidateAfter.POINTS_TO_PUBLISHED : CandidateAfter.GONE,
                List.of(),
                candidate.files());
    }

    public Part define(Candidate candidate, Predecessor predecessor, List<Statement> statements) {
        return new Part(
                candidate,
                new Way.Define(candidate.product().kind(), statements),
                visible(candidate),
                predecessor,
                CandidateAfter.STAYS,
                List.of(),
                candidate.files());
    }

    public Part staying(Candidate candidate, Way way, List<Statement> properties) {
        return staying(candidate, way, CandidateAfter.STAYS, properties);
    }

    public Part merge(Candidate candidate, Change change, CandidateAfter after) {
        return staying(candidate, new Way.Merge(change), after, candidate.describe());
    }

    private Part staying(Candidate candidate, Way way, CandidateAfter after, List<Statement> properties) {
        return new Part(candidate, way, visible(candidate), Predecessor.STAYS, after, properties, candidate.files());
    }

    public Optional<Kind> visible(Candidate candidate) {
        return existing.kind(candidate.published());
    }
}

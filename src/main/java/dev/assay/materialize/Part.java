package dev.assay.materialize;

import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing.Kind;
import java.util.List;
import java.util.Optional;

/**
 * A node's part in a cut, with all that was decided about it.
 *
 * @param visibleNow the kind of the relation that readers see before the cut
 * @param properties what is put on a relation that stays: where the candidate takes the name, they are on the candidate
 * @param files writes the files that hold the relation's rows, too
 */
public record Part(
        Candidate candidate,
        Way way,
        Optional<Kind> visibleNow,
        Predecessor predecessor,
        CandidateAfter after,
        List<Statement> properties,
        List<Statement> files) {

    public Part {
        properties = List.copyOf(properties);
        files = List.copyOf(files);
    }

    public ResourceId id() {
        return candidate.id();
    }

    public Blueprint blueprint() {
        return candidate.blueprint();
    }

    public RelationName published() {
        return candidate.published();
    }

    /** Whether readers see the same relation afterwards, with other rows. */
    public boolean staysItself() {
        return predecessor == Predecessor.STAYS;
    }

    /** The relation that holds the rows which the cut writes, with the indexes and constraints of the settings. */
    public RelationName written() {
        return way instanceof Way.Merge(Change change) ? change.staged() : candidate.name();
    }

    /** The kind of the relation that readers see after the cut. */
    public Kind visibleThen() {
        return switch (way) {
            case Way.Exchange(Kind kind) -> kind;
            case Way.Define define -> define.kind();
            case Way.Difference same -> Kind.TABLE;
            case Way.Overwrite same -> Kind.TABLE;
            case Way.Merge same -> Kind.TABLE;
            case Way.Keep same -> candidate.product().kind();
        };
    }
}

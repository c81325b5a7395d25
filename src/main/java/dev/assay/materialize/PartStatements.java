package dev.assay.materialize;

import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The statements of a part, where definitions are part of a transaction. A cut runs the moves of all parts, then all
 * definitions in the order of the graph, then all rows (docs/adr/0009-order-of-the-cut.md tells why).
 */
public record PartStatements(Part part, Wording sql) {

    /** What is dropped inside the cut, before its moves. */
    public static SortedMap<RelationName, Kind> dropped(List<Part> parts) {
        var dropped = new TreeMap<RelationName, Kind>();
        parts.stream()
                .filter(part -> part.predecessor() == Predecessor.DROPPED)
                .forEach(part -> part.visibleNow().ifPresent(kind -> dropped.put(part.published(), kind)));
        return dropped;
    }

    /** Renames. What is dropped inside the cut is gone by then. */
    public List<Statement> moves() {
        var moves = new Moves(sql);
        var statements = new ArrayList<Statement>();
        Blueprint blueprint = part.blueprint();
        if (part.predecessor() == Predecessor.SET_ASIDE) {
            part.visibleNow()
                    .map(kind -> moves.rename(
                            "set the old " + kind.word() + " aside", kind, part.published(), blueprint.retired()))
                    .ifPresent(statements::add);
        }
        if (part.way() instanceof Way.Exchange(Kind kind)) {
            statements.add(
                    moves.rename("put the candidate in its place", kind, blueprint.candidate(), part.published()));
        }
        return statements;
    }

    public List<Statement> definitions() {
        return part.way() instanceof Way.Define define ? define.statements() : List.of();
    }

    /** What writes rows into a relation that stays itself. */
    public List<Statement> rows() {
        return Stream.concat(removals().stream(), insertions().stream()).toList();
    }

    /** What takes rows out of a relation that stays itself. */
    public List<Statement> removals() {
        return switch (part.way()) {
            case Way.Difference difference -> List.of(rows("take out what is no more", "delete_missing"));
            case Way.Merge(Change change) -> new ChangeStatements(change, sql).removals();
            case Way.Overwrite overwrite -> List.of();
            case Way.Exchange moved -> List.of();
            case Way.Define made -> List.of();
            case Way.Keep kept -> List.of();
        };
    }

    public List<Statement> insertions() {
        return switch (part.way()) {
            case Way.Difference difference -> List.of(rows("put in what is new", "insert_missing"));
            case Way.Overwrite overwrite -> List.of(rows("move the rows in", "overwrite_table"));
            case Way.Merge(Change change) -> List.of(new ChangeStatements(change, sql).insertion());
            case Way.Exchange moved -> List.of();
            case Way.Define made -> List.of();
            case Way.Keep kept -> List.of();
        };
    }

    /** After the rows: asks how many are not as they were to be, where something of others may have changed them. */
    public Optional<Statement> differing() {
        return switch (part.way()) {
            case Way.Difference difference ->
                Optional.of(rows("compare what was written with what was tested", "differing_rows"));
            case Way.Merge(Change change) -> Optional.of(new ChangeStatements(change, sql).differing());
            case Way.Overwrite overwrite -> Optional.empty();
            case Way.Exchange moved -> Optional.empty();
            case Way.Define made -> Optional.empty();
            case Way.Keep kept -> Optional.empty();
        };
    }

    private Statement rows(String purpose, String file) {
        return sql.statement(
                purpose,
                file,
                Map.of(
                        "relation",
                        part.published(),
                        "candidate",
                        part.blueprint().candidate()));
    }

    /** Lets nodes that are still to be built read what was published, under the name of the candidate. */
    public List<Statement> candidateName() {
        if (part.after() != CandidateAfter.POINTS_TO_PUBLISHED) {
            return List.of();
        }
        RelationName candidate = part.candidate().name();
        return List.of(
                part.way() instanceof Way.Merge(Change change)
                        ? new ChangeStatements(change, sql).pointCandidate(candidate)
                        : sql.statement(
                                "keep the candidate's name readable",
                                "create_alias",
                                Map.of("relation", candidate, "target", part.published())));
    }

    /**
     * A relation of ours that is not needed after the commit.
     *
     * @param purpose of its removal
     */
    public record Leftover(String purpose, Kind kind, RelationName name) {}

    public List<Leftover> left() {
        var left = new ArrayList<Leftover>();
        if (part.predecessor() == Predecessor.SET_ASIDE) {
            part.visibleNow()
                    .map(kind -> new Leftover(
                            "drop the old " + kind.word(),
                            kind,
                            part.blueprint().retired()))
                    .ifPresent(left::add);
        }
        if (part.after() == CandidateAfter.STAYS || part.way() instanceof Way.Merge) {
            left.add(new Leftover(
                    "remove the candidate",
                    part.candidate().product().candidate(),
                    part.candidate().name()));
        }
        if (part.way() instanceof Way.Merge(Change change)) {
            left.add(new Leftover("remove the staged rows", Kind.TABLE, change.staged()));
        }
        return left;
    }

    /** Drops of what is left after the commit. */
    public List<Statement> leftovers() {
        var moves = new Moves(sql);
        return left().stream()
                .map(leftover -> moves.drop(leftover.purpose(), leftover.kind(), leftover.name()))
                .toList();
    }
}

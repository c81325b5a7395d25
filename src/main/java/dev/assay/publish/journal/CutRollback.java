package dev.assay.publish.journal;

import dev.assay.environment.Intent;
import dev.assay.environment.Intent.Way;
import dev.assay.publish.CatalogContents;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What takes a cut back that was made step by step: new views go, tables return, and then the views that were there are said
 * again in their order, since each is read when it is made.
 *
 * @param before what the cut found
 * @param now what it has come to
 */
record CutRollback(Warehouse warehouse, CutNames names, long generation, CatalogContents before, CatalogContents now) {

    /** Views that were none before. */
    List<Statement> drops(List<Intent> steps) {
        return steps.stream()
                .filter(step -> step.is(Way.DEFINE))
                .map(Intent::relation)
                .filter(view -> !was(view, Kind.VIEW) && is(view, Kind.VIEW))
                .map(view -> warehouse.wording().statement("take the view back", "drop_view", Map.of("relation", view)))
                .toList();
    }

    /** What brings a relation back that was moved; nothing where none was. */
    List<Statement> move(Intent step) {
        RelationName published = step.relation();
        var moves = new ArrayList<Statement>();
        if (step.is(Way.EXCHANGE) && was(names.of(published), Kind.TABLE)) {
            moves.addAll(candidate(published));
            if (was(published, Kind.TABLE)) {
                return moves;
            }
        }
        RelationName retired = warehouse.retired(published);
        if ((step.is(Way.EXCHANGE) || step.is(Way.DEFINE)) && now.existing().contains(retired)) {
            before.existing()
                    .kind(published)
                    .filter(kind -> step.is(Way.EXCHANGE) || kind != Kind.VIEW)
                    .ifPresent(kind -> moves.add(SwapStatements.rename(warehouse, kind, retired, published)));
        }
        return moves;
    }

    /** What gives a candidate its own name again, wherever it is. */
    private List<Statement> candidate(RelationName published) {
        RelationName candidate = warehouse.candidate(published);
        RelationName inCut = names.of(published);
        var moves = new ArrayList<Statement>();
        if (was(published, Kind.TABLE)) {
            boolean swapped =
                    now.marks().isOf(published, generation) && !before.marks().isOf(published, generation);
            if (swapped) {
                moves.add(SwapStatements.swap(warehouse, published, inCut));
            }
            if (is(inCut, Kind.TABLE)) {
                moves.add(SwapStatements.rename(warehouse, Kind.TABLE, inCut, candidate));
            }
        } else if (!is(candidate, Kind.TABLE)) {
            RelationName there = is(inCut, Kind.TABLE) ? inCut : published;
            moves.add(SwapStatements.rename(warehouse, Kind.TABLE, there, candidate));
        }
        return moves;
    }

    /** The words of those that were views before, where they are other ones now. */
    List<Statement> definitions(List<Intent> steps, ViewDefinitions old, ViewDefinitions current) {
        return steps.stream()
                .filter(step -> step.is(Way.DEFINE))
                .map(Intent::relation)
                .filter(view -> was(view, Kind.VIEW))
                .filter(view -> !old.of(view).equals(current.of(view)))
                .flatMap(view -> Stream.concat(old.again(view).stream(), comment(view)))
                .toList();
    }

    private Stream<Statement> comment(RelationName view) {
        String comment = before.marks().comment(view);
        return comment.isEmpty()
                ? Stream.empty()
                : Stream.of(warehouse
                        .wording()
                        .statement(
                                "take the comment back",
                                "comment_on_view",
                                Map.of("relation", view, "comment", new Literal(comment))));
    }

    private boolean was(RelationName name, Kind kind) {
        return before.existing().is(name, kind);
    }

    private boolean is(RelationName name, Kind kind) {
        return now.existing().is(name, kind);
    }
}

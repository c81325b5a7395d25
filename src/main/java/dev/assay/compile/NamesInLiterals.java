package dev.assay.compile;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Node;
import dev.assay.source.Span;
import dev.assay.sql.Draft;
import dev.assay.sql.Draft.Hole;
import dev.assay.sql.Draft.Wanted;
import java.util.Iterator;
import java.util.Optional;

/**
 * Finds names that a template prints into a literal: {@code where '${this}' like …}. Tests would compare the name of a
 * candidate, readers the published name. A literal that a function takes for a name or for SQL is read as such.
 */
record NamesInLiterals(ProjectNames names) {

    Optional<Diagnostic> problem(Node node, Draft draft, TokenReader tokens) {
        return draft.holes().isEmpty()
                ? Optional.empty()
                : hole(node, draft, tokens).map(hole -> problem(node, draft, hole));
    }

    private Optional<Hole> hole(Node node, Draft draft, TokenReader tokens) {
        Iterator<Hole> holes = draft.holes().iterator();
        Hole hole = holes.next();
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.token(at);
            while (hole.start() < token.end()) {
                boolean isInside = token.kind() == Token.Kind.LITERAL && hole.start() > token.start();
                if (isInside
                        && isOther(node, hole)
                        && !MentionedNames.literalsOfNames(tokens).contains(at)) {
                    return Optional.of(hole);
                }
                if (!holes.hasNext()) {
                    return Optional.empty();
                }
                hole = holes.next();
            }
        }
        return Optional.empty();
    }

    /** Whether the name of a candidate differs from the published one in what goes there. */
    private boolean isOther(Node node, Hole hole) {
        boolean isCandidate =
                hole.wanted().kind() == Wanted.Kind.REF || hole.wanted().kind() == Wanted.Kind.THIS;
        return isCandidate && names.isOtherInCandidate(node, hole.part());
    }

    private static Diagnostic problem(Node node, Draft draft, Hole hole) {
        Span place = draft.sql().origin().at(hole.start()).orElse(node.place());
        return Diagnostic.error(
                        Code.NAME_DEPENDENT_SQL,
                        place,
                        "the SQL of the view `" + node.name() + "` depends on how a relation is called")
                .note("the name is a part of a literal, and the tests run on a candidate, whose name is another one:"
                        + " readers would query SQL that nobody tested")
                .help("write the text without a call, or make it a table: materialized=\"table\"");
    }
}

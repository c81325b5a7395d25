package dev.assay.compile;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.manifest.Node;
import dev.assay.manifest.ResourceId;
import dev.assay.sql.Draft;
import dev.assay.sql.Draft.Hole;
import dev.assay.sql.RelationName;
import dev.assay.sql.SqlText;
import dev.assay.template.Placeholders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A node's own text in one run: rendered once, printed over the names that each caller chooses.
 *
 * <p>A template that does more with names than print them cannot be filled in. It is rendered for each set of names,
 * with the answers of the first rendering.
 */
final class RenderedNode {

    /** Prints the current time, so that no two renderings are the same. */
    static final String CLOCK = ".now";

    /** The text over one set of names, and the ephemerals that it reads. */
    private record Printed(SqlText text, List<ResourceId> ephemerals, boolean looksAtNames) {

        static Printed of(SqlText text, Printing printing, boolean looksAtNames) {
            return new Printed(text, List.copyOf(printing.ephemerals()), looksAtNames);
        }
    }

    /** The names that a text depends on, and whether references give no rows. */
    private record Names(List<RelationName> names, boolean areEmpty) {}

    private final Node node;
    private final Resolved resolved;
    private final Renderer renderer;
    private final Answers answers;
    // A map of one entry, of which one thread at a time computes the value: an ephemeral has many readers.
    private final Map<ResourceId, SqlText> latest = new ConcurrentHashMap<>();
    private final Map<Names, Printed> printed = new HashMap<>();
    private Optional<Draft> draft;
    private Optional<Names> asked = Optional.empty();

    RenderedNode(Node node, Renderer renderer) {
        this.node = node;
        this.resolved = new Resolved(node);
        this.renderer = renderer;
        this.answers = renderer.answers();
        this.draft = node.draft().filter(known -> known.state() == Draft.State.SETTLED);
    }

    /** Prints the text; the printing learns which ephemerals it reads, and whether the template looks at names. */
    SqlText over(Printing printing) {
        return latest.compute(node.id(), (id, before) -> print(printing));
    }

    private SqlText print(Printing printing) {
        Draft known = draft(printing);
        if (known.isExact()) {
            return filled(known, printing);
        }
        Names names = names(printing);
        Printed text = printed.get(names);
        if (text == null) {
            text = checked(known, names, printing);
            printed.put(names, text);
        }
        text.ephemerals().forEach(printing::reference);
        printing.note(text.looksAtNames());
        return text.text();
    }

    private Draft draft(Printing printing) {
        if (draft.isEmpty()) {
            draft = Optional.of(render(printing));
        }
        return draft.get();
    }

    /** A template that is broken by placeholders has no draft; a rendering over names says what is wrong with it, if anything is. */
    private Draft render(Printing printing) {
        asked = Optional.of(names(printing));
        var placeholders = new Placeholders();
        var relations = new OpenRelations(node, renderer.manifest(), printing, placeholders, question -> {
            renderer.context().late().checkQuestion(node, question);
            return renderer.around(filled(question, printing), printing);
        });
        try {
            var output = renderer.render(node, resolved, relations, printing, answers.asking());
            List<Hole> holes = placeholders.search(output.sql());
            boolean isExact = output.isPlain()
                    || placeholders.areUntouched()
                    || (placeholders.areOnlyPrinted() && renderer.sources(node).anyMatch(text -> text.contains(CLOCK)));
            var rendered = new Draft(output.sql(), holes, Draft.State.SETTLED, isExact);
            renderer.context().late().checkText(node, rendered);
            return rendered;
        } catch (OpenRelations.NameChanged changed) {
            return Draft.unknown(Draft.State.OPEN);
        } catch (ProblemsFound broken) {
            // Over names, a name written by hand is no longer told from those that the template printed.
            if (broken.problems().stream().anyMatch(problem -> problem.code() == Code.HARD_CODED_NAME)) {
                throw broken;
            }
            return Draft.unknown(Draft.State.OPEN);
        }
    }

    /** The filled text, if a rendering over these names gives the same. */
    private Printed checked(Draft known, Names names, Printing printing) {
        var filling = printing.another();
        Optional<SqlText> filled =
                known.state() == Draft.State.OPEN ? Optional.empty() : Optional.of(filled(known, filling));
        var naming = printing.another();
        boolean isFirst = asked.map(names::equals).orElse(true);
        asked = asked.or(() -> Optional.of(names));
        SqlText again = renderer.renderAgain(
                node,
                resolved,
                new NamedRelations(node, renderer, naming),
                naming,
                isFirst ? answers.asking() : answers.replaying());
        return filled.filter(text -> text.text().equals(again.text()))
                .map(text -> Printed.of(text, filling, false))
                .orElseGet(() -> named(again, naming));
    }

    private Printed named(SqlText text, Printing naming) {
        renderer.context().late().checkNamed(node, text);
        return Printed.of(text, naming, true);
    }

    private SqlText filled(Draft known, Printing printing) {
        return known.fill(hole -> resolved.print(hole, printing));
    }

    private Names names(Printing printing) {
        List<RelationName> names =
                resolved.relations(renderer.manifest()).map(printing::name).toList();
        return new Names(names, printing.isEmpty());
    }
}

package dev.assay.select;

import dev.assay.graph.Graph;
import dev.assay.graph.NodeSet;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Source;

/** Brings the tests along that no term names, by the four modes of {@link Indirect}. */
final class Widening {

    private final Graph graph;
    private final NodeSet tests;
    private final NodeSet sources;
    private final NodeSet ephemerals;

    Widening(Manifest manifest, Graph graph) {
        this.graph = graph;
        this.tests = graph.set(manifest.all(DataTest.class).map(DataTest::id).toList());
        this.sources = graph.set(manifest.all(Source.class).map(Source::id).toList());
        this.ephemerals = graph.set(manifest.all(Model.class)
                .filter(Model::isInlined)
                .map(Model::id)
                .toList());
    }

    /** What a term matched, with the tests that look at it directly. */
    Found widened(NodeSet matched, Indirect mode) {
        NodeSet none = matched.minus(matched);
        return switch (mode) {
            case EAGER -> new Found(matched, matched.union(testsOf(matched)), none, none);
            case EMPTY -> Found.of(matched);
            case CAUTIOUS -> settled(new Found(matched, matched, testsOf(matched), none));
            case BUILDABLE -> settled(new Found(matched, matched, none, testsOf(matched)));
        };
    }

    /**
     * After a combination: tests that need not wait any longer join the chosen. Sources count as available here as they do
     * in the first pass; dbt forgets them in its second one, so that there a union can lose a test which each of its
     * parts would have brought. The mode is that of the term which brought the test, where dbt takes the eager one for all
     * combinations of a YAML selector and so never looks at its waiting tests again.
     */
    Found settled(Found found) {
        NodeSet chosen = found.chosen();
        NodeSet cautious = found.cautious().intersection(tests).minus(chosen);
        NodeSet buildable = found.buildable().intersection(tests).minus(chosen);
        NodeSet whole = cautious.isEmpty() ? chosen : withInlined(chosen);
        NodeSet ready = cautious.where(test -> whole.containsAll(graph.parents(test)));
        if (!buildable.isEmpty()) {
            NodeSet available = chosen.union(graph.ancestors(chosen)).union(sources);
            ready = ready.union(buildable.where(test -> available.containsAll(graph.parents(test))));
        }
        return new Found(found.named(), chosen.union(ready), cautious.minus(ready), buildable.minus(ready));
    }

    private NodeSet testsOf(NodeSet chosen) {
        return graph.descendants(withInlined(chosen), 1).intersection(tests);
    }

    /** An ephemeral model is chosen with each node whose SQL it becomes a part of. */
    private NodeSet withInlined(NodeSet chosen) {
        NodeSet all = chosen;
        NodeSet found = chosen;
        while (!ephemerals.isEmpty() && !found.isEmpty()) {
            found = graph.ancestors(found, 1).intersection(ephemerals).minus(all);
            all = all.union(found);
        }
        return all;
    }
}

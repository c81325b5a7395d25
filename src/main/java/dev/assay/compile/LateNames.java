package dev.assay.compile;

import dev.assay.diagnostic.ProblemsFound;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Node;
import dev.assay.sql.Draft;
import dev.assay.sql.SqlText;
import dev.assay.warehouse.Warehouse;
import java.util.Optional;

/**
 * Refuses what a template gives only when a node is built: names written by hand, in its questions to the warehouse and in a
 * text that differs from the one that was given while the project was read, and live views where the gate is strict.
 */
public interface LateNames {

    LateNames ACCEPTED = new LateNames() {
        @Override
        public void checkQuestion(Node node, Draft question) {}

        @Override
        public void checkText(Node node, Draft text) {}

        @Override
        public void checkNamed(Node node, SqlText text) {}

        @Override
        public void checkRows(Model model, SqlText published) {}
    };

    /**
     * @param question with a hole for each name that the template printed
     * @throws ProblemsFound without a place: the caller knows where the question is written
     */
    void checkQuestion(Node node, Draft question);

    /**
     * @param text with a hole for each name that the template printed
     * @throws ProblemsFound if readers or tests of the node would read what is published
     */
    void checkText(Node node, Draft text);

    /**
     * Checks a text over names, of a template that looks at them: names that the node also has by reference are accepted.
     *
     * @throws ProblemsFound if readers or tests of the node would read what is published
     */
    void checkNamed(Node node, SqlText text);

    /**
     * Notes what makes the rows of a model change although assay publishes nothing.
     *
     * @param published the whole text over the names that readers know, which only a build gives
     * @throws ProblemsFound if the model is a view, and its gate refuses live views
     */
    void checkRows(Model model, SqlText published);

    /**
     * @param database that the connection is to
     * @param projectGate of nodes that have none of their own
     * @param live learns what the texts of a build contain
     */
    static LateNames of(
            Manifest manifest, Warehouse warehouse, Optional<String> database, String projectGate, LiveWords live) {
        return new ProjectLateNames(
                manifest, () -> HardCodedNames.of(manifest, warehouse, database, projectGate), live);
    }
}

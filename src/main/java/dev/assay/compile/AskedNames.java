package dev.assay.compile;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.manifest.Analysis;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Node;
import dev.assay.manifest.Relational;
import dev.assay.sql.Draft;
import dev.assay.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Refuses a question to the warehouse that has the name of what the project publishes, written by hand: its answer would
 * come from old rows, and the node does not wait for new ones.
 */
@FunctionalInterface
public interface AskedNames {

    AskedNames ACCEPTED = (node, question) -> {};

    /**
     * @param question with a hole for each name that the template printed
     * @throws ProblemsFound without a place: the caller knows where the question is written
     */
    void check(Node node, Draft question);

    /** The names are collected at the first question: most projects ask none. */
    static AskedNames of(Manifest manifest, Warehouse warehouse, Optional<String> database) {
        var made = new ConcurrentHashMap<String, ProjectNames>();
        Supplier<ProjectNames> names = () -> made.computeIfAbsent(
                manifest.projectName(), project -> new ProjectNames(manifest, warehouse, database));
        return (node, question) -> {
            // Nobody reads an analysis but its author, and no test rests on it.
            if (node instanceof Analysis) {
                return;
            }
            List<Diagnostic> problems = RelationNames.in(question).stream()
                    .flatMap(name -> names.get().published(name).stream()
                            .filter(asked -> !AcceptedNames.holds(node, name, asked))
                            .map(asked -> problem(node, name, asked)))
                    .toList();
            if (!problems.isEmpty()) {
                throw new ProblemsFound(problems);
            }
        };
    }

    private static Diagnostic problem(Node node, WrittenName name, Relational asked) {
        return Diagnostic.error(Code.HARD_CODED_NAME, HardCodedNames.headline(name, asked))
                .note("the answer comes from what is published of `" + asked.name()
                        + "`, not from the rows that this run tests")
                .help("write `" + HardCodedNames.call(node, asked).replace('"', '\'') + "`, or `${published('"
                        + asked.name() + "')}` if the published rows are meant")
                .help(AcceptedNames.help(asked.relation().toString(), node));
    }
}

package dev.assay.examine;

import dev.assay.compile.PrintedNames;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Node;
import dev.assay.manifest.ResourceId;
import dev.assay.quality.TestKind;
import dev.assay.sql.SqlText;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Where tests are examined.
 *
 * @param names which relation stands for a resource now: the candidate or what readers see
 * @param compiler the SQL of a singular test or an ephemeral model, over the same names
 * @param kinds the kinds of generic tests, by name
 * @param notBuilt which models and seeds do not exist and are not built by this run: a test that reads one does not run
 * @param sampleLimit how many failing rows a verdict shows
 */
public record ExaminationContext(
        Manifest manifest,
        PrintedNames names,
        Function<Node, SqlText> compiler,
        Map<String, TestKind> kinds,
        Writing writing,
        Storage storage,
        Predicate<ResourceId> notBuilt,
        int sampleLimit) {

    public ExaminationContext {
        kinds = Map.copyOf(kinds);
    }
}

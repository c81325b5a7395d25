package dev.assay.manifest;

import dev.assay.source.SourceFile;
import dev.assay.source.Span;
import dev.assay.sql.Draft;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A query whose rows are failures.
 *
 * @param name dbt's name for it: {@code unique_orders_order_id}
 * @param generic which kind of test, of what, with which arguments; empty for a singular test
 * @param draft a singular test's SQL
 */
public record DataTest(
        ResourceId id,
        String name,
        Identity identity,
        Description description,
        Config config,
        Optional<Generic> generic,
        Optional<SourceFile> code,
        Optional<Draft> draft,
        List<Reference> references)
        implements Node {

    /**
     * The use of a generic test.
     *
     * @param kind the test's own name: {@code unique}
     * @param of the relation under test
     * @param column the column under which it stands in YAML
     * @param arguments as written, references still as text
     * @param template the test's template
     * @param argumentPlaces where each argument was written
     */
    public record Generic(
            String kind,
            ResourceId of,
            Optional<String> column,
            Map<String, Object> arguments,
            SourceFile template,
            Map<String, Span> argumentPlaces) {}

    public DataTest {
        references = List.copyOf(references);
    }

    public boolean isGeneric() {
        return generic.isPresent();
    }

    /** Whether data must pass this test before readers see them. A test of severity warn reports and holds nothing. */
    public boolean isRequired() {
        return config.text("severity")
                .filter(word -> word.strip().equalsIgnoreCase("warn"))
                .isEmpty();
    }
}

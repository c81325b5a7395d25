package dev.assay.examine;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.manifest.DataTest;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Existing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where failing rows are kept, for tests that ask for it.
 *
 * @param schema the data schema of the environment: failures go beside it
 * @param keepers which tests keep their failing rows
 * @param existing what the schemas of failures held when the run began
 */
public record Storage(Optional<String> database, String schema, Keepers keepers, Existing existing) {

    private static final String AUDIT = "dbt_test__audit";

    /** Which tests keep their failing rows. */
    public enum Keepers {
        /** None: a run without rows leaves nothing. */
        NONE,
        /** Those whose settings say so. */
        TOLD,
        /** All whose settings do not say otherwise. */
        ALL
    }

    /** A relation for the failing rows of one test. */
    public record Kept(RelationName relation, Existing.Kind kind) {}

    /** The schemas that have to be there before tests run: making them is best done once, by one connection. */
    public SortedSet<String> schemas(List<DataTest> tests) {
        var schemas = new TreeSet<String>();
        tests.forEach(test -> relationFor(test).ifPresent(relation -> schemas.add(relation.schema())));
        return schemas;
    }

    /** Where this test's failing rows go, if anywhere; nothing for a test whose settings are wrong. */
    public Optional<RelationName> relationFor(DataTest test) {
        return kept(test, new Problems()).map(Kept::relation);
    }

    /** The comment on every relation that keeps failing rows here: assay replaces no other one without being asked. */
    public String comment() {
        return "assay keeps the failing rows of a test here, and replaces them with each run (environment " + schema
                + ")";
    }

    /** Where this test's failing rows go, if anywhere. As in dbt, {@code store_failures_as} beats {@code store_failures}. */
    Optional<Kept> kept(DataTest test, Problems problems) {
        if (keepers == Keepers.NONE) {
            return Optional.empty();
        }
        Optional<String> form =
                test.config().text("store_failures_as").map(word -> word.strip().toLowerCase(Locale.ROOT));
        if (form.isEmpty()) {
            boolean wanted = test.config().flag("store_failures").orElse(keepers == Keepers.ALL);
            return wanted ? Optional.of(new Kept(relation(test), Existing.Kind.TABLE)) : Optional.empty();
        }
        return switch (form.get()) {
            case "table" -> Optional.of(new Kept(relation(test), Existing.Kind.TABLE));
            case "view" -> Optional.of(new Kept(relation(test), Existing.Kind.VIEW));
            case "ephemeral" -> Optional.empty();
            default -> {
                problems.add(Diagnostic.error(
                        Code.WRONG_VALUE,
                        test.config().places().getOrDefault("store_failures_as", test.place()),
                        "store_failures_as is `table`, `view` or `ephemeral`, not `" + form.get() + "`"));
                yield Optional.empty();
            }
        };
    }

    private RelationName relation(DataTest test) {
        String audit = schema + "_" + test.config().text("schema").orElse(AUDIT);
        return new RelationName(
                database, audit, ShortName.of(test.config().text("alias").orElse(test.name())));
    }
}

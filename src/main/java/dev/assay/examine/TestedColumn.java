package dev.assay.examine;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Few;
import dev.assay.diagnostic.Spelling;
import dev.assay.manifest.ColumnSpec;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Resource;
import dev.assay.source.Span;
import dev.assay.warehouse.Dialect;
import java.util.List;
import java.util.Optional;

/**
 * The column that a test is about.
 *
 * @param written as in YAML: a name, or an expression where it was given as an argument
 * @param declared whether the project declares a column with this name
 * @param place where it was written
 */
record TestedColumn(String written, boolean declared, Span place) {

    private static final String ARGUMENT = "column_name";
    private static final int MOST_NAMED = 12;

    static Optional<TestedColumn> of(DataTest test, DataTest.Generic use, Resource tested) {
        if (use.column().isPresent()) {
            String name = use.column().get();
            Span place = tested.description().columns().stream()
                    .filter(column -> column.name().equals(name))
                    .map(ColumnSpec::place)
                    .findFirst()
                    .orElse(test.place());
            return Optional.of(new TestedColumn(name, true, place));
        }
        return Optional.ofNullable(use.arguments().get(ARGUMENT))
                .map(value -> new TestedColumn(
                        value.toString(),
                        isDeclared(value.toString(), tested),
                        use.argumentPlaces().getOrDefault(ARGUMENT, test.place())));
    }

    private static boolean isDeclared(String text, Resource tested) {
        return tested.description().columns().stream()
                .anyMatch(column -> column.name().equalsIgnoreCase(text));
    }

    /** For people: as written, without quotes. */
    String bare() {
        return ColumnFunction.bare(written);
    }

    /** As SQL. Names are always quoted, so that a reserved word or a blank in one does no harm. */
    String print(Dialect dialect, Optional<List<String>> columns) {
        boolean name = declared
                || ColumnFunction.isPlain(written)
                || columns.filter(this::isAmong).isPresent();
        return name ? dialect.quote(bare()) : written;
    }

    /** The problem, where the relation has no such column. Of an expression only the warehouse knows. */
    Optional<Diagnostic> missing(DataTest test, String relation, List<String> columns) {
        if (isAmong(columns) || !(declared || ColumnFunction.isPlain(written))) {
            return Optional.empty();
        }
        Diagnostic problem =
                Diagnostic.error(Code.MISSING_COLUMN, place, "`" + relation + "` has no column `" + bare() + "`");
        if (!place.equals(test.place())) {
            problem = problem.other(test.place(), "tested here");
        }
        List<String> near = Spelling.near(bare(), columns);
        return Optional.of(
                near.isEmpty()
                        ? problem.note("its columns are " + Few.of(columns, MOST_NAMED))
                        : problem.help("a similar name exists: `" + String.join("`, `", near) + "`"));
    }

    private boolean isAmong(List<String> columns) {
        return columns.stream().anyMatch(column -> column.equalsIgnoreCase(bare()));
    }
}

package dev.assay.feed;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.diagnostic.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The columns that a file's first row names, what is declared of them, and what their cells have shown so far. */
final class CsvHeader {

    private record Named(
            String name, Optional<String> words, Optional<DeclaredType> declared, ColumnEvidence evidence) {

        private CellJudge judge() {
            return declared.isPresent() ? declared.get() : evidence;
        }
    }

    private final List<Named> columns = new ArrayList<>();

    private CsvHeader() {}

    /** The same columns, of whose cells nothing is known. */
    CsvHeader unseen() {
        var header = new CsvHeader();
        columns.forEach(column ->
                header.columns.add(new Named(column.name(), column.words(), column.declared(), new ColumnEvidence())));
        return header;
    }

    /** What the cells of another part of the file have shown. */
    void join(CsvHeader other) {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).evidence().join(other.columns.get(i).evidence());
        }
    }

    static CsvHeader read(CsvRow row, CsvForm form, CsvProblems csvProblems) {
        var header = new CsvHeader();
        var declared = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        declared.putAll(form.columnTypes());
        var places = new TreeMap<String, Integer>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < row.cells(); i++) {
            String name = row.text(i);
            Integer twin = places.put(name, i + 1);
            int start = row.column(i);
            if (name.isBlank()) {
                csvProblems.add(Code.BAD_CSV, "column " + (i + 1) + " has no name", "", row, start, start + 1);
            } else if (twin != null) {
                String first = header.name(twin - 1);
                String headline = "columns " + twin + " and " + (i + 1)
                        + (first.equals(name)
                                ? " are both called `" + name + "`"
                                : " are called `" + first + "` and `" + name + "`, which differ only in case");
                csvProblems.add(Code.BAD_CSV, headline, "", row, start, start + name.length());
            }
            Optional<String> words = Optional.ofNullable(declared.remove(name));
            header.columns.add(new Named(
                    name, words, words.map(type -> DeclaredType.of(type, form.plainScale())), new ColumnEvidence()));
        }
        if (!declared.isEmpty()) {
            throw new ProblemsFound(declared.keySet().stream()
                    .map(name -> header.missing(name, form))
                    .toList());
        }
        return header;
    }

    private Diagnostic missing(String name, CsvForm form) {
        List<String> names = columns.stream().map(Named::name).toList();
        var problem = Diagnostic.error(
                Code.MISSING_COLUMN, "`column_types` names `" + name + "`, which the file does not have");
        var placed = form.typesPlace().map(problem::at).orElse(problem);
        List<String> near = Spelling.near(name, names);
        return near.isEmpty()
                ? placed.note("its columns: " + String.join(", ", names))
                : placed.help("a similar column exists: `" + near.getFirst() + "`");
    }

    String name(int column) {
        return columns.get(column).name();
    }

    /** What the type that is declared for a column wants, in words for people. */
    String wanted(int column) {
        return columns.get(column).declared().map(DeclaredType::wanted).orElse("");
    }

    /** By column. */
    CellJudge[] judges() {
        return columns.stream().map(Named::judge).toArray(CellJudge[]::new);
    }

    List<SeedFile.Column> columns() {
        return columns.stream()
                .map(column -> new SeedFile.Column(
                        column.name(),
                        column.words()
                                .<FeedType>map(FeedType.Declared::new)
                                .orElseGet(() -> column.evidence().type())))
                .toList();
    }
}

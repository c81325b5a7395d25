package dev.assay.materialize;

import dev.assay.sql.RelationName;
import dev.assay.sql.SqlText;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The statements of a change: it is staged, shown by its candidate, and merged in the cut. One text says which rows go, for
 * the candidate and for the cut.
 */
public record ChangeStatements(Change change, Wording sql) {

    /** Stages the rows that a query gives, in the types of the target: what is tested is what will be inserted. */
    List<Statement> stage(SqlText select) {
        return List.of(
                sql.statement(
                        "make room for the rows that change",
                        "create_staged",
                        Map.of("relation", change.staged(), "target", change.target(), "names", names())),
                sql.statement(
                        "build the candidate",
                        "fill_staged",
                        Map.of("relation", change.staged(), "select", select, "names", names())));
    }

    /** The candidate: a view that shows what the table will hold. */
    Statement show(RelationName candidate) {
        return sql.statement(
                "show what the table will hold",
                "create_change_view",
                Map.of(
                        "relation", candidate,
                        "target", change.target(),
                        "staged", change.staged(),
                        "names", names(),
                        "removed", removed()));
    }

    /** In the cut: the target becomes what the candidate has shown. */
    List<Statement> merge() {
        var statements = new ArrayList<>(removals());
        statements.add(insertion());
        return statements;
    }

    List<Statement> removals() {
        return removed()
                .map(rows -> sql.statement(
                        "take out what the change removes",
                        "delete_removed",
                        Map.of("relation", change.target(), "removed", rows)))
                .stream()
                .toList();
    }

    Statement insertion() {
        return sql.statement(
                "put in what the change adds",
                "insert_staged",
                Map.of("relation", change.target(), "staged", change.staged(), "names", names()));
    }

    /** After the merge: how many rows are not as it was to leave them, where something else may have changed them. */
    Statement differing() {
        return sql.statement(
                "compare what was written with what was tested",
                "differing_changes",
                Map.of(
                        "relation", change.target(),
                        "staged", change.staged(),
                        "names", names(),
                        "removed", removed()));
    }

    /** In the cut: the candidate would show appended rows twice, so its name means the target from then on. */
    Statement pointCandidate(RelationName candidate) {
        return sql.statement(
                "let the candidate's name mean what is published",
                "point_candidate",
                Map.of("relation", candidate, "target", change.target(), "names", names()));
    }

    /**
     * The same, where a view cannot be replaced in a transaction: in the cut, no staged row is left that the candidate would
     * show a second time. Windows need their staged rows: the candidate hides those of the target that lie in them.
     */
    public List<Statement> unstage() {
        return switch (change.removal()) {
            case Removal.None none -> List.of(empty());
            case Removal.Keys keys -> List.of(empty());
            case Removal.Windows windows -> List.of();
        };
    }

    private Statement empty() {
        return sql.statement("remove the staged rows", "empty_staged", Map.of("relation", change.staged()));
    }

    private Optional<SqlText> removed() {
        return switch (change.removal()) {
            case Removal.None none -> Optional.empty();
            case Removal.Keys(List<String> columns) ->
                Optional.of(
                        condition("removed_by_keys", Map.of("staged", change.staged(), "keys", identifiers(columns))));
            case Removal.Windows(String column, List<Removal.Window> windows) ->
                Optional.of(condition(
                        "removed_by_windows", Map.of("column", new Identifier(column), "windows", texts(windows))));
        };
    }

    private SqlText condition(String file, Map<String, Object> values) {
        return SqlText.plain(
                sql.statement("say which rows go", file, values).text().strip());
    }

    private List<Identifier> names() {
        return identifiers(change.columns());
    }

    private static List<Map<String, Object>> texts(List<Removal.Window> windows) {
        return windows.stream()
                .map(window -> Map.<String, Object>of(
                        "from", SqlText.plain(window.from()), "until", SqlText.plain(window.until())))
                .toList();
    }

    private static List<Identifier> identifiers(List<String> names) {
        return names.stream().map(Identifier::new).toList();
    }
}

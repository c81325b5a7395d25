package dev.assay.materialize.keys;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.ConstraintKind;
import dev.assay.manifest.Relational;
import dev.assay.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads {@code indexes} and {@code constraints} of a model or seed, and of its columns, but for foreign keys. */
public final class IndexReader {

    private static final Set<String> KEYS = Set.of("columns", "unique", "type", "name");
    private static final Pattern REFERENCES = Pattern.compile("(?i)\\breferences\\b");

    /**
     * @param fittings each once, those that make columns hold no null first
     * @param problems what cannot be understood, and what cannot be done
     */
    public record Read(List<IndexOrConstraint> fittings, List<Diagnostic> problems) {}

    private final Relational node;
    private final Set<IndexOrConstraint> fittings = new LinkedHashSet<>();
    private final List<Diagnostic> problems = new ArrayList<>();

    private IndexReader(Relational node) {
        this.node = node;
    }

    public static Read of(Relational node) {
        var reader = new IndexReader(node);
        reader.constraints();
        reader.indexes();
        return new Read(List.copyOf(reader.fittings), List.copyOf(reader.problems));
    }

    private void indexes() {
        Span place = node.config().place("indexes", node.place());
        switch (node.config().values().get("indexes")) {
            case null -> {}
            case List<?> list -> list.forEach(item -> index(item, place));
            default -> problem(place, "`indexes` of `" + node.name() + "` has to be a list");
        }
    }

    private void index(Object item, Span place) {
        if (!(item instanceof Map<?, ?> map)) {
            problem(place, "an index of `" + node.name() + "` has to be a mapping: {columns: [id]}");
            return;
        }
        var unknown = new TreeSet<String>();
        map.keySet().forEach(key -> unknown.add(key.toString()));
        unknown.removeAll(KEYS);
        List<String> columns = texts(map.get("columns"));
        if (!unknown.isEmpty()) {
            problem(place, "an index has no `" + unknown.getFirst() + "`: it has columns, unique, type, name");
        } else if (columns.isEmpty()) {
            problem(place, "an index of `" + node.name() + "` names no columns");
        } else {
            boolean unique = Boolean.parseBoolean(String.valueOf(map.get("unique")));
            Optional<String> type = Optional.ofNullable(map.get("type")).map(Object::toString);
            String name = named(map, columns, "index" + unique + type);
            fittings.add(new IndexOrConstraint.Index(name, columns, unique, type, place));
        }
    }

    private void constraints() {
        WrittenConstraint.of(node).forEach(this::constraint);
    }

    private void constraint(WrittenConstraint constraint) {
        switch (constraint.kind()) {
            case NOT_NULL ->
                constraint
                        .columns()
                        .forEach(column -> fittings.add(new IndexOrConstraint.NotNull(column, constraint.place())));
            case UNIQUE, PRIMARY_KEY, CHECK, CUSTOM ->
                constraint(constraint.kind(), constraint.written(), constraint.columns(), constraint.place());
            // Read by another class: foreign keys are put on published tables.
            case FOREIGN_KEY -> {}
        }
    }

    private void constraint(ConstraintKind kind, Map<?, ?> written, List<String> columns, Span place) {
        String expression = Optional.ofNullable(written.get("expression"))
                .map(Object::toString)
                .orElse("");
        if (kind == ConstraintKind.CUSTOM && REFERENCES.matcher(expression).find()) {
            problems.add(
                    Diagnostic.error(Code.NOT_SUPPORTED, place, "a foreign key in a constraint `custom` is not kept")
                            .help("write `type: foreign_key` with `to` and `to_columns`"));
        } else if (kind.isExpression() && expression.isBlank()) {
            problem(place, "the constraint `" + kind.word() + "` of `" + node.name() + "` wants an `expression`");
        } else if (!kind.isExpression() && columns.isEmpty()) {
            problem(place, "the constraint `" + kind.word() + "` of `" + node.name() + "` names no columns");
        } else {
            String name = named(written, columns, kind.word() + expression);
            fittings.add(new IndexOrConstraint.Constraint(name, kind, columns, expression, place));
        }
    }

    private String named(Map<?, ?> written, List<String> columns, String definition) {
        return Optional.ofNullable(written.get("name"))
                .map(Object::toString)
                .orElseGet(() -> IndexNames.of(node.relation().name(), columns, definition));
    }

    private void problem(Span place, String headline) {
        problems.add(Diagnostic.error(Code.WRONG_VALUE, place, headline));
    }

    static List<String> texts(Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> list.stream().map(Object::toString).toList();
            default -> List.of(value.toString());
        };
    }
}

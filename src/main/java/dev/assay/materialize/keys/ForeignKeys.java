package dev.assay.materialize.keys;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.ConstraintKind;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Reference;
import dev.assay.manifest.RelationForm;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Resource;
import dev.assay.manifest.Seed;
import dev.assay.quality.WrittenReference;
import dev.assay.source.Span;
import dev.assay.sql.RelationName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads the foreign keys among a model's {@code constraints}, and sees whether what they lead to can bear them. */
public final class ForeignKeys {

    private final Relational node;
    private final Manifest manifest;
    private final Map<String, ForeignKey> keys = new LinkedHashMap<>();
    private final List<Diagnostic> problems = new ArrayList<>();

    private ForeignKeys(Relational node, Manifest manifest) {
        this.node = node;
        this.manifest = manifest;
    }

    /** Each once. */
    public static List<ForeignKey> of(Relational node, Manifest manifest) {
        return List.copyOf(read(node, manifest).keys.values());
    }

    public static List<Diagnostic> problems(Relational node, Manifest manifest) {
        return List.copyOf(read(node, manifest).problems);
    }

    private static ForeignKeys read(Relational node, Manifest manifest) {
        var read = new ForeignKeys(node, manifest);
        WrittenConstraint.of(node).stream()
                .filter(constraint -> constraint.kind() == ConstraintKind.FOREIGN_KEY)
                .forEach(constraint -> read.constraint(constraint.written(), constraint.columns(), constraint.place()));
        return read;
    }

    private void constraint(Map<?, ?> written, List<String> columns, Span place) {
        if (node.form() != RelationForm.TABLE) {
            String what = node instanceof Seed ? "seed" : "model that is no table";
            problem(
                    Code.NOT_SUPPORTED,
                    place,
                    "a foreign key of a " + what + " is not kept",
                    "a test says the same before anybody reads: `relationships`");
        } else if (columns.isEmpty()) {
            problem(Code.WRONG_VALUE, place, "a foreign key of `" + node.name() + "` names no columns");
        } else if (written.get("to") == null) {
            worded(written, columns, place);
        } else {
            referring(written, columns, place);
        }
    }

    private void referring(Map<?, ?> written, List<String> columns, Span place) {
        List<String> parentColumns = IndexReader.texts(written.get("to_columns"));
        Optional<Reference> reference = reference(written.get("to").toString());
        Optional<Resource> target = reference
                .flatMap(Reference::target)
                .map(manifest::get)
                .or(() -> itself(written.get("to").toString()));
        Span at = reference.map(Reference::place).orElse(place);
        if (parentColumns.isEmpty()) {
            problem(
                    Code.WRONG_VALUE,
                    at,
                    "a foreign key of `" + node.name() + "` has no `to_columns`",
                    "name the columns that it leads to: `to_columns: [id]`");
        } else if (target.isEmpty()) {
            problem(
                    Code.WRONG_VALUE,
                    place,
                    "`" + written.get("to") + "` was not seen when the project was read",
                    "write the foreign key among the `constraints` of `" + node.name() + "` itself");
        } else if (bears(target.get(), parentColumns, at)) {
            add(written, columns, manifest.relation(target.get().id()), parentColumns, place);
        }
    }

    private void worded(Map<?, ?> written, List<String> columns, Span place) {
        String expression = Optional.ofNullable(written.get("expression"))
                .map(Object::toString)
                .orElse("");
        Optional<TableWithColumns> target = TableWithColumns.of(expression);
        if (target.isPresent()) {
            add(written, columns, target.get().table(), target.get().columns(), place);
        } else {
            String headline = expression.isBlank()
                    ? "a foreign key of `" + node.name() + "` leads nowhere"
                    : "`" + expression + "` is no table with columns that a foreign key leads to";
            problem(
                    Code.WRONG_VALUE,
                    place,
                    headline,
                    "write `to: ref('customers')` with `to_columns: [id]`, or `expression: \"schema.table (id)\"`");
        }
    }

    private Optional<Reference> reference(String to) {
        return WrittenReference.of(to).stream()
                .flatMap(wanted -> node.references().stream()
                        .filter(reference -> reference.wanted().equals(wanted)))
                .reduce((first, last) -> last);
    }

    /** A key of a table to itself is nothing that it waits for, and so no reference. */
    private Optional<Resource> itself(String to) {
        return WrittenReference.of(to)
                .filter(wanted -> wanted.names().getLast().equals(node.name()))
                .map(wanted -> node);
    }

    /** What is said of a source's keys is said where it is loaded: the warehouse knows. */
    private boolean bears(Resource target, List<String> columns, Span place) {
        if (!(target instanceof Relational parent)) {
            return true;
        }
        if (parent instanceof Model model && model.form() != RelationForm.TABLE) {
            problem(
                    Code.NOT_SUPPORTED,
                    place,
                    "a foreign key leads to a table, and `" + parent.name() + "` is `" + model.materialized() + "`",
                    "say `materialized: table` for `" + parent.name() + "`, or write a test `relationships`");
            return false;
        }
        if (!isUnique(parent, columns)) {
            String list = String.join(", ", columns);
            problem(
                    Code.WRONG_VALUE,
                    place,
                    "no constraint says that (" + list + ") of `" + parent.name() + "` is unique",
                    "give `" + parent.name() + "` this one: `constraints: [{type: primary_key, columns: [" + list
                            + "]}]`");
            return false;
        }
        return true;
    }

    private static boolean isUnique(Relational parent, List<String> columns) {
        return IndexReader.of(parent).fittings().stream().anyMatch(fitting -> switch (fitting) {
            case IndexOrConstraint.Index index -> index.unique() && areSame(index.columns(), columns);
            // What it says in the server's own words may make them so.
            case IndexOrConstraint.Constraint constraint ->
                constraint.kind() == ConstraintKind.CUSTOM
                        || (constraint.kind() != ConstraintKind.CHECK && areSame(constraint.columns(), columns));
            case IndexOrConstraint.NotNull column -> false;
        });
    }

    private static boolean areSame(List<String> some, List<String> others) {
        return some.size() == others.size() && new TreeSet<>(some).equals(new TreeSet<>(others));
    }

    private void add(
            Map<?, ?> written, List<String> columns, RelationName parent, List<String> parentColumns, Span place) {
        if (columns.size() != parentColumns.size()) {
            problem(
                    Code.WRONG_VALUE,
                    place,
                    "a foreign key of `" + node.name() + "` has columns (" + String.join(", ", columns)
                            + ") and leads to (" + String.join(", ", parentColumns) + "): as many of both");
            return;
        }
        String name = Optional.ofNullable(written.get("name"))
                .map(Object::toString)
                .orElseGet(() -> IndexNames.of(
                        node.relation().name(), columns, ConstraintKind.FOREIGN_KEY.word() + parent + parentColumns));
        if (IndexNames.isTooLong(name)) {
            problem(
                    Code.NOT_SUPPORTED,
                    place,
                    "the name `" + name + "` is longer than " + IndexNames.LONGEST + " bytes");
            return;
        }
        keys.putIfAbsent(name, ForeignKey.wanted(node.relation(), name, columns, parent, parentColumns, place));
    }

    private void problem(Code code, Span place, String headline, String... help) {
        problems.add(Diagnostic.error(code, place, headline).help(List.of(help)));
    }
}

package dev.assay.materialize;

import dev.assay.manifest.Relational;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Who may do what with a relation, as its settings have it. */
public record Grants(Wording sql) {

    /** Who stands for everybody. */
    public static final String EVERYBODY = "";

    private static final String SETTING = "grants";

    /** One right of one role; of everybody, where the role is {@link #EVERYBODY}. */
    public record Right(String privilege, String grantee) implements Comparable<Right> {

        @Override
        public int compareTo(Right other) {
            int first = privilege.compareTo(other.privilege);
            return first == 0 ? grantee.compareTo(other.grantee) : first;
        }
    }

    /** By privilege in small letters, each with exactly those who shall have it. */
    public static SortedMap<String, SortedSet<String>> wanted(Relational node) {
        var wanted = new TreeMap<String, SortedSet<String>>();
        node.config().map(SETTING).forEach((word, grantees) -> {
            String privilege = (word.startsWith("+") ? word.substring(1) : word).toLowerCase(Locale.ROOT);
            wanted.computeIfAbsent(privilege, none -> new TreeSet<>()).addAll(names(grantees));
        });
        return wanted;
    }

    private static List<String> names(Object grantees) {
        return switch (grantees) {
            case null -> List.of();
            case List<?> list -> list.stream().map(Grants::name).toList();
            default -> List.of(name(grantees));
        };
    }

    private static String name(Object grantee) {
        return String.valueOf(grantee).equalsIgnoreCase("public") ? EVERYBODY : String.valueOf(grantee);
    }

    /** All that the settings ask for; nothing where the warehouse knows no grants. */
    List<Statement> on(Relational node, RelationName relation) {
        return sql.knows("grant") ? given(node, relation, wanted(node), new TreeSet<>()) : List.of();
    }

    /**
     * What makes the rights that there are those that the settings ask for; privileges that they do not name stay.
     *
     * @param stored a role's name as the warehouse has it
     */
    public List<Statement> aligned(
            Relational node, RelationName relation, SortedSet<Right> there, UnaryOperator<String> stored) {
        var wanted = new TreeMap<String, SortedSet<String>>();
        wanted(node)
                .forEach((privilege, grantees) -> wanted.put(
                        privilege, grantees.stream().map(stored).collect(Collectors.toCollection(TreeSet::new))));
        var statements = new ArrayList<Statement>();
        there.stream()
                .filter(right -> wanted.containsKey(right.privilege()))
                .filter(right -> !wanted.get(right.privilege()).contains(right.grantee()))
                .map(right -> revoke(node, relation, right))
                .forEach(statements::add);
        statements.addAll(given(node, relation, wanted, there));
        return statements;
    }

    private List<Statement> given(
            Relational node,
            RelationName relation,
            SortedMap<String, SortedSet<String>> wanted,
            SortedSet<Right> there) {
        var statements = new ArrayList<Statement>();
        wanted.forEach((privilege, grantees) -> grantees.stream()
                .map(grantee -> new Right(privilege, grantee))
                .filter(right -> !there.contains(right))
                .map(right -> grant(node, relation, right))
                .forEach(statements::add));
        return statements;
    }

    private Statement grant(Relational node, RelationName relation, Right right) {
        Map<String, Object> values = Map.of(
                "relation",
                relation,
                "kind",
                kind(node),
                "privileges",
                right.privilege(),
                "grantee",
                grantee(right),
                "grantable",
                false);
        return sql.statement("grant `" + right.privilege() + "` on " + relation.name() + to(right), "grant", values)
                .askedFor(node.config().place(SETTING, node.place()));
    }

    private Statement revoke(Relational node, RelationName relation, Right right) {
        Map<String, Object> values = Map.of(
                "relation", relation, "kind", kind(node), "privilege", right.privilege(), "grantee", grantee(right));
        return sql.statement("take back `" + right.privilege() + "` on " + relation.name(), "revoke", values)
                .askedFor(node.config().place(SETTING, node.place()));
    }

    private static String kind(Relational node) {
        return node.isView() ? "view" : "table";
    }

    private static String to(Right right) {
        return " to " + (right.grantee().isEmpty() ? "everybody" : "`" + right.grantee() + "`");
    }

    private static Optional<Identifier> grantee(Right right) {
        return right.grantee().isEmpty() ? Optional.empty() : Optional.of(new Identifier(right.grantee()));
    }
}

package dev.assay.publish;

import dev.assay.manifest.Relational;
import dev.assay.materialize.Grants;
import dev.assay.materialize.Grants.Right;
import dev.assay.publish.dependents.DependencyQueries;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.PortionedQuery;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who may do what with relations, before and after a cut exchanges them. */
public record Rights(Session session, Warehouse warehouse) {

    private static final int RELATIONS_A_STATEMENT = 500;

    /**
     * The grants on these relations, to be given again to what has their names then. What default privileges give beyond them is
     * taken back first: they are for new names only.
     */
    public List<Statement> of(List<ReplacedRelation> relations) {
        if (relations.isEmpty()) {
            return List.of();
        }
        Statement asked = wording()
                .statement(
                        "see who may read",
                        "grants",
                        Map.of(
                                "pairs",
                                relations.stream().map(ReplacedRelation::names).toList()));
        return session.query(asked).rows().stream()
                .map(row -> Boolean.TRUE.equals(row.get(5)) ? revoke(row) : grant(row))
                .toList();
    }

    /** What the schema's default privileges give on these relations, which are new there. */
    public List<Statement> ofNew(Collection<RelationName> relations) {
        if (relations.isEmpty()) {
            return List.of();
        }
        Statement asked = wording()
                .statement("see who may read", "default_grants", Map.of("named", DependencyQueries.names(relations)));
        return session.query(asked).rows().stream().map(this::grant).toList();
    }

    private Statement grant(List<Object> row) {
        return wording()
                .statement(
                        "keep the grants",
                        "grant",
                        Map.of(
                                "relation",
                                relation(row),
                                "kind",
                                "table",
                                "privileges",
                                row.get(4).toString(),
                                "grantee",
                                grantee(row),
                                "grantable",
                                Boolean.TRUE.equals(row.get(3))));
    }

    private Statement revoke(List<Object> row) {
        return wording()
                .statement(
                        "take back what default privileges gave",
                        "revoke",
                        Map.of(
                                "relation", relation(row),
                                "kind", "table",
                                "privilege", row.get(4).toString(),
                                "grantee", grantee(row)));
    }

    private static RelationName relation(List<Object> row) {
        return RelationName.of(row.get(0).toString(), row.get(1).toString());
    }

    private static Object grantee(List<Object> row) {
        String name = row.get(2).toString();
        return name.isEmpty() ? Optional.empty() : new Identifier(name);
    }

    /** A relation that has a node's name, or will have it. */
    public record Target(Relational node, RelationName relation) {}

    /** Those privileges that settings name are had by exactly those whom they name. */
    public void align(List<Target> targets) {
        List<Target> asking = targets.stream()
                .filter(target -> !Grants.wanted(target.node()).isEmpty())
                .toList();
        if (asking.isEmpty()) {
            return;
        }
        Map<RelationName, SortedSet<Right>> there = there(asking);
        var grants = new Grants(wording());
        for (Target target : asking) {
            SortedSet<Right> had = there.getOrDefault(stored(target.relation()), Collections.emptySortedSet());
            try {
                session.executeAll(grants.aligned(target.node(), target.relation(), had, warehouse.dialect()::stored));
            } catch (WarehouseError refusal) {
                throw CutRefused.unlessPassing(target.node().id(), refusal);
            }
        }
    }

    private Map<RelationName, SortedSet<Right>> there(List<Target> targets) {
        var there = new HashMap<RelationName, SortedSet<Right>>();
        List<RelationName> names =
                targets.stream().map(target -> stored(target.relation())).toList();
        var question = new PortionedQuery<RelationName>(
                session,
                some -> wording()
                        .statement("see who may read", "granted", Map.of("named", DependencyQueries.names(some))));
        question.rows(names, RELATIONS_A_STATEMENT)
                .forEach(row -> there.computeIfAbsent(
                                RelationName.of(
                                        row.get(0).toString(), row.get(1).toString()),
                                none -> new TreeSet<>())
                        .add(new Right(row.get(2).toString(), row.get(3).toString())));
        return there;
    }

    private RelationName stored(RelationName name) {
        return RelationName.of(
                warehouse.dialect().stored(name.schema()), warehouse.dialect().stored(name.name()));
    }

    private Wording wording() {
        return warehouse.wording();
    }
}

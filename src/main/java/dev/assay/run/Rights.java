package dev.assay.run;

import dev.assay.manifest.Relational;
import dev.assay.materialize.Grants;
import dev.assay.materialize.Grants.Right;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who may do what with relations, before and after a cut exchanges them. */
record Rights(Session session, Wording wording) {

    /** The grants on these relations, to be given again to what has their names then. */
    List<Statement> of(Map<RelationName, RelationName> candidates) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        Statement asked = wording.statement("see who may read", "grants", Map.of("pairs", Standing.pairs(candidates)));
        return session.query(asked).rows().stream().map(this::grant).toList();
    }

    private Statement grant(List<Object> row) {
        String grantee = row.get(2).toString();
        return wording.statement(
                "keep the grants",
                "grant",
                Map.of(
                        "relation",
                        RelationName.of(row.get(0).toString(), row.get(1).toString()),
                        "privileges",
                        row.get(4).toString(),
                        "grantee",
                        grantee.isEmpty() ? Optional.empty() : new Identifier(grantee),
                        "grantable",
                        Boolean.TRUE.equals(row.get(3))));
    }

    /** Those privileges that settings name are had by exactly those whom they name. */
    void align(List<Publisher.Part> parts) {
        List<Publisher.Part> asking = parts.stream()
                .filter(part -> !Grants.wanted(part.blueprint().node()).isEmpty())
                .toList();
        if (asking.isEmpty()) {
            return;
        }
        Map<RelationName, SortedSet<Right>> there = there(asking);
        var grants = new Grants(wording);
        for (Publisher.Part part : asking) {
            Relational node = part.blueprint().node();
            RelationName published = part.blueprint().published();
            SortedSet<Right> had = there.getOrDefault(
                    RelationName.of(published.schema(), published.name()), Collections.emptySortedSet());
            try {
                grants.aligned(node, published, had).forEach(session::execute);
            } catch (WarehouseError refusal) {
                throw refusal.kind() == WarehouseError.Kind.TRANSIENT ? refusal : new CutRefused(part.id(), refusal);
            }
        }
    }

    private Map<RelationName, SortedSet<Right>> there(List<Publisher.Part> parts) {
        List<Map<String, Object>> named = parts.stream()
                .map(part -> part.blueprint().published())
                .map(name ->
                        Map.<String, Object>of("schema", new Literal(name.schema()), "name", new Literal(name.name())))
                .toList();
        var there = new HashMap<RelationName, SortedSet<Right>>();
        session.query(wording.statement("see who may read", "granted", Map.of("named", named)))
                .rows()
                .forEach(row -> there.computeIfAbsent(
                                RelationName.of(
                                        row.get(0).toString(), row.get(1).toString()),
                                none -> new TreeSet<>())
                        .add(new Right(row.get(2).toString(), row.get(3).toString())));
        return there;
    }
}

package dev.assay.publish.journal;

import dev.assay.manifest.ResourceId;
import dev.assay.materialize.CapabilityChecks;
import dev.assay.materialize.Grants;
import dev.assay.materialize.Part;
import dev.assay.materialize.Way;
import dev.assay.publish.CutRefused;
import dev.assay.publish.GenerationComments;
import dev.assay.publish.Rights;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.GranteeName;
import dev.assay.warehouse.PortionedQuery;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gives candidates the grants and the owner of the relations whose names they take. A swap leaves the grants with the old
 * table, so without this the readers would lose their access.
 */
record KeptGrants(Session session, Warehouse warehouse) {

    private static final int RELATIONS_A_STATEMENT = 200;

    private static final String PLACEHOLDER = "assay_new_table";

    private static final List<String> HELP = List.of(
            "`publish_by: overwrite` keeps the table and its grants, as long as its columns stay the same",
            "`copy_grants: false` publishes the table without the grants of the old one");

    /** Before the first step of a cut: no reader sees a candidate yet. */
    void copy(List<Part> parts) {
        List<Part> exchanged = parts.stream()
                .filter(part -> part.way() instanceof Way.Exchange)
                .filter(KeptGrants::isWanted)
                .toList();
        if (exchanged.isEmpty() || !warehouse.wording().knows("all_grants")) {
            return;
        }
        List<RelationName> placeholders = exchanged.stream()
                .filter(part -> part.visibleNow().isEmpty())
                .map(this::model)
                .distinct()
                .toList();
        session.executeAll(statements("make a placeholder", "create_placeholder", placeholders));
        Map<String, List<Grant>> found = read(exchanged.stream()
                .flatMap(part -> Stream.of(model(part), part.candidate().name()))
                .distinct()
                .toList());
        session.executeAll(statements("remove a placeholder", "drop_table", placeholders));
        SequencedMap<Statement, ResourceId> statements = new LinkedHashMap<>();
        for (Part part : exchanged) {
            List<Grant> old = found.getOrDefault(key(model(part)), List.of());
            List<Grant> there = found.getOrDefault(key(part.candidate().name()), List.of());
            changes(part, old, there).forEach(statement -> statements.put(statement, part.id()));
        }
        try {
            new NodeStatements(statements).run(session);
        } catch (CutRefused refused) {
            throw new CutRefused(refused.node(), refused.refusal().helped(HELP));
        }
    }

    /**
     * The relation whose grants a candidate gets. Snowflake applies grants on future tables where a table is made, not where it is
     * renamed to: for a new name, an empty table in its schema shows them.
     */
    private RelationName model(Part part) {
        return part.visibleNow().isPresent()
                ? part.published()
                : warehouse.retired(part.published().renamed(any -> PLACEHOLDER));
    }

    private List<Statement> statements(String purpose, String file, List<RelationName> relations) {
        return relations.stream()
                .map(relation -> warehouse.wording().statement(purpose, file, Map.of("relation", relation)))
                .toList();
    }

    private static boolean isWanted(Part part) {
        return CapabilityChecks.nodeSettings(part.blueprint().node())
                .flag("copy_grants")
                .orElse(true);
    }

    /** Privileges that the settings name are set by {@link Rights}. The owner changes last: after that, it may grant. */
    private List<Statement> changes(Part part, List<Grant> old, List<Grant> there) {
        Set<String> named = Grants.wanted(part.blueprint().node()).keySet();
        RelationName candidate = part.candidate().name();
        var statements = new ArrayList<Statement>();
        there.stream()
                .filter(grant -> !grant.isOwnership() && !named.contains(grant.privilege()))
                .filter(grant -> old.stream().noneMatch(grant::isOfSamePrivilege))
                .map(grant -> grant.withdrawn(warehouse.wording(), candidate))
                .forEach(statements::add);
        old.stream()
                .filter(grant -> !grant.isOwnership() && !named.contains(grant.privilege()))
                .filter(grant -> !there.contains(grant))
                .map(grant -> grant.repeated(warehouse.wording(), candidate))
                .forEach(statements::add);
        old.stream()
                .filter(grant -> grant.isOwnership() && !there.contains(grant))
                .map(grant -> grant.asOwner(warehouse.wording(), candidate))
                .forEach(statements::add);
        return statements;
    }

    private Map<String, List<Grant>> read(List<RelationName> relations) {
        var found = new HashMap<String, List<Grant>>();
        var question = new PortionedQuery<RelationName>(
                session,
                some -> warehouse
                        .wording()
                        .statement(
                                "see who may read", "all_grants", Map.of("named", ColumnLists.named(warehouse, some))));
        question.rows(relations, RELATIONS_A_STATEMENT)
                .forEach(row -> found.computeIfAbsent(row.get(0) + "." + row.get(1), none -> new ArrayList<>())
                        .add(Grant.of(row)));
        return found;
    }

    private String key(RelationName relation) {
        return GenerationComments.key(warehouse, relation);
    }

    /** @param granteeKind as statements name it: role, database role, share */
    private record Grant(String privilege, String granteeKind, String grantee, boolean grantable) {

        static Grant of(List<Object> row) {
            return new Grant(
                    row.get(2).toString(),
                    row.get(3).toString(),
                    row.get(4).toString(),
                    Boolean.TRUE.equals(row.get(5)));
        }

        boolean isOwnership() {
            return privilege.equals("ownership");
        }

        boolean isOfSamePrivilege(Grant other) {
            return privilege.equals(other.privilege)
                    && granteeKind.equals(other.granteeKind)
                    && grantee.equals(other.grantee);
        }

        Statement repeated(Wording wording, RelationName relation) {
            return statement(
                    wording,
                    relation,
                    "repeat_grant",
                    Map.of("privilege", privilege, "grantee_kind", granteeKind, "grantable", grantable));
        }

        Statement withdrawn(Wording wording, RelationName relation) {
            return statement(
                    wording, relation, "withdraw_grant", Map.of("privilege", privilege, "grantee_kind", granteeKind));
        }

        Statement asOwner(Wording wording, RelationName relation) {
            return statement(wording, relation, "change_owner", Map.of());
        }

        private Statement statement(Wording wording, RelationName relation, String file, Map<String, Object> further) {
            var values = new HashMap<>(further);
            values.put("relation", relation);
            values.put("grantee_parts", GranteeName.parts(granteeKind, grantee));
            return wording.statement("keep the grants of " + relation.name(), file, values);
        }
    }
}

package dev.assay.run;

import dev.assay.setup.RunSetup;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.GranteeName;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The schemas in which candidates are built: only roles that build may look there. Each run looks, since grants of an
 * administrator may come at any time, and an earlier run may have ended before it took them back.
 */
record PrivateSchemas(RunSetup setup, Session session) {

    private static final int IS_INHERITED = 1;
    private static final int OWN = 2;

    /** @throws WarehouseError with the grant to type, where ours is not the role that can close a schema */
    void close() {
        if (!wording().knows("show_schema_grants")) {
            return;
        }
        List<SchemaGrants> schemas = schemas().map(this::grants).toList();
        if (schemas.isEmpty()) {
            return;
        }
        OurRoles ours = ours(schemas);
        Set<String> automatic = automatic(schemas, ours);
        var opened = new ArrayList<SchemaGrants>();
        for (SchemaGrants grants : schemas) {
            List<SchemaGrants.Grant> others = grants.ofOthers(builders(grants, ours, automatic));
            if (!ours.all().containsAll(grants.owners())) {
                requireOpen(grants, ours, others);
            } else if (!others.isEmpty()) {
                opened.add(grants);
            }
        }
        session.executeAll(opened.stream()
                .flatMap(grants -> grants.ofOthers(builders(grants, ours, automatic)).stream()
                        .map(grant -> withdrawal(grants, grant)))
                .toList());
        for (SchemaGrants grants : opened) {
            requireClosed(grants(grants.schema()), ours, automatic);
        }
    }

    /** The warehouse ignores without a word a revoke of what a role above ours has granted. */
    private void requireClosed(SchemaGrants grants, OurRoles ours, Set<String> automatic) {
        grants.ofOthers(builders(grants, ours, automatic)).stream().findFirst().ifPresent(left -> {
            throw refusal(
                    "the role " + left.grantee() + " may still see the schema " + grants.schema()
                            + ", where candidates are built: another role than ours has granted that",
                    withdrawal(grants, left));
        });
    }

    /**
     * Roles that may create tables or views in each new schema of the database. A schema may have such a grant because a run was
     * killed before it took it back, so the grant does not show that somebody lets the role build.
     */
    private Set<String> automatic(List<SchemaGrants> schemas, OurRoles ours) {
        boolean isAsked = schemas.stream()
                .flatMap(grants -> grants.builders().stream())
                .anyMatch(builder -> !ours.all().contains(builder));
        return isAsked ? futureBuilders() : Set.of();
    }

    private Set<String> futureBuilders() {
        try {
            return SchemaGrants.futureBuilders(session.query(
                    wording().statement("see which rights new schemas have", "show_future_grants", Map.of())));
        } catch (WarehouseError refusal) {
            if (refusal.kind() != WarehouseError.Kind.REFUSED) {
                throw refusal;
            }
            return Set.of();
        }
    }

    private Stream<String> schemas() {
        Warehouse warehouse = setup.warehouse();
        return setup.plan()
                .relations()
                .map(node -> setup.manifest().relation(node.id()))
                .flatMap(published -> Stream.of(warehouse.candidate(published), warehouse.retired(published)))
                .map(RelationName::schema)
                .filter(schema -> !setup.schemas().contains(schema))
                .distinct();
    }

    private SchemaGrants grants(String schema) {
        return SchemaGrants.of(
                schema,
                session.query(wording()
                        .statement(
                                "see who may use the schema " + schema,
                                "show_schema_grants",
                                Map.of("schema", new Identifier(schema)))));
    }

    /**
     * Roles whose rights the run has.
     *
     * @param own the session's role
     * @param all those that it is or has inherited, as far as they have grants here
     */
    private record OurRoles(String own, Set<String> all) {}

    private OurRoles ours(List<SchemaGrants> schemas) {
        List<Literal> named = schemas.stream()
                .flatMap(grants -> Stream.concat(grants.owners().stream(), grants.builders().stream()))
                .distinct()
                .sorted()
                .map(Literal::new)
                .toList();
        List<List<Object>> rows = session.query(
                        wording().statement("see which roles are ours", "inherited_roles", Map.of("roles", named)))
                .rows();
        return new OurRoles(
                rows.getFirst().get(OWN).toString(),
                rows.stream()
                        .filter(row -> row.get(IS_INHERITED).equals(true))
                        .map(row -> row.getFirst().toString())
                        .collect(Collectors.toSet()));
    }

    /** In a schema that did not exist before this run, nobody can have let another role build. */
    private Set<String> builders(SchemaGrants grants, OurRoles ours, Set<String> automatic) {
        var builders = new HashSet<>(ours.all());
        builders.add(ours.own());
        if (setup.existing().schemas().contains(grants.schema())) {
            grants.builders().stream()
                    .filter(builder -> !automatic.contains(builder))
                    .forEach(builders::add);
        }
        return builders;
    }

    private void requireOpen(SchemaGrants grants, OurRoles ours, List<SchemaGrants.Grant> others) {
        String owner = String.join(", ", grants.owners());
        if (grants.builders().stream().noneMatch(ours.all()::contains)) {
            throw refusal(
                    "the schema " + grants.schema() + " belongs to the role " + owner
                            + ": candidates are built there, and other roles must not see them",
                    wording()
                            .statement(
                                    "",
                                    "take_schema",
                                    Map.of(
                                            "schema",
                                            new Identifier(grants.schema()),
                                            "role",
                                            new Identifier(ours.own()))));
        }
        if (!others.isEmpty()) {
            throw refusal(
                    "the role " + others.getFirst().grantee() + " may see the schema " + grants.schema()
                            + ", where candidates are built, and only its owner " + owner + " can revoke that",
                    withdrawal(grants, others.getFirst()));
        }
    }

    private static WarehouseError refusal(String words, Statement wanted) {
        return WarehouseError.of(WarehouseError.Kind.HELD, words).helped(List.of("ask for: " + wanted.text()));
    }

    private Statement withdrawal(SchemaGrants grants, SchemaGrants.Grant grant) {
        String kind = grant.granteeKind().toLowerCase(Locale.ROOT).replace('_', ' ');
        return wording()
                .statement(
                        "keep others out of the schema " + grants.schema(),
                        "withdraw_schema_grant",
                        Map.of(
                                "schema",
                                new Identifier(grants.schema()),
                                "privilege",
                                grant.privilege(),
                                "grantee_kind",
                                kind,
                                "grantee_parts",
                                GranteeName.parts(kind, grant.grantee())));
    }

    private Wording wording() {
        return setup.warehouse().wording();
    }
}

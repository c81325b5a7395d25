package dev.assay.run;

import dev.assay.sql.Rows;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who may do what in a schema, as the catalog tells it. */
record SchemaGrants(String schema, List<Grant> all) {

    private static final String OWNERSHIP = "OWNERSHIP";
    private static final Pattern CREATING = Pattern.compile("CREATE\\b.*");

    /** @param granteeKind {@code ROLE}, {@code DATABASE_ROLE} and others */
    record Grant(String privilege, String granteeKind, String grantee) {

        boolean isOwnership() {
            return privilege.equals(OWNERSHIP);
        }
    }

    static SchemaGrants of(String schema, Rows rows) {
        List<String> columns = rows.columns().stream().map(Rows.Column::name).toList();
        return new SchemaGrants(
                schema,
                rows.rows().stream()
                        .map(row -> new Grant(
                                row.get(columns.indexOf("privilege")).toString(),
                                row.get(columns.indexOf("granted_to")).toString(),
                                row.get(columns.indexOf("grantee_name")).toString()))
                        .toList());
    }

    Set<String> owners() {
        return all.stream().filter(Grant::isOwnership).map(Grant::grantee).collect(Collectors.toSet());
    }

    /** Roles that may create tables or views here: the ones that build, besides ours. */
    Set<String> builders() {
        return all.stream()
                .filter(grant -> CREATING.matcher(grant.privilege()).matches())
                .map(Grant::grantee)
                .collect(Collectors.toSet());
    }

    /** Roles that may create tables or views in schemas that do not exist yet. */
    static Set<String> futureBuilders(Rows rows) {
        List<String> columns = rows.columns().stream().map(Rows.Column::name).toList();
        return rows.rows().stream()
                .filter(row -> row.get(columns.indexOf("grant_on")).equals("SCHEMA"))
                .filter(row -> CREATING.matcher(
                                row.get(columns.indexOf("privilege")).toString())
                        .matches())
                .map(row -> row.get(columns.indexOf("grantee_name")).toString())
                .collect(Collectors.toSet());
    }

    /** Grants that let others see what is built here. */
    List<Grant> ofOthers(Set<String> builders) {
        return all.stream()
                .filter(grant -> !grant.isOwnership())
                .filter(grant -> !builders.contains(grant.grantee()))
                .toList();
    }
}

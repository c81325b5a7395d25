package dev.assay.app;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.environment.Registry;
import dev.assay.environment.RegistryPlace;
import dev.assay.manifest.Relational;
import dev.assay.sql.RelationName;
import java.util.ArrayList;
import java.util.List;

/**
 * Names that assay needs for itself. They are compared without regard to case, also on warehouses that tell upper from lower
 * case: people do not.
 */
record ReservedNames(ParsedProject project) {

    List<Diagnostic> problems() {
        var problems = new ArrayList<>(schemas());
        List<RelationName> tables = RegistryPlace.of(project.qualitySchema()).tables();
        project.manifest().relations().forEach(node -> {
            if (project.loaded().warehouse().isOurs(node.relation())) {
                problems.add(leftover(node));
            } else if (tables.stream().anyMatch(table -> isSame(table, node.relation()))) {
                problems.add(reserved(node, "`" + node.relation() + "` is a table of assay's registry")
                        .help("give the " + node.id().type().word() + " another `schema` or `alias`"));
            }
        });
        return problems;
    }

    /** Everything of an environment may be dropped one day, and the registry of all environments is in this schema. */
    private List<Diagnostic> schemas() {
        var problems = new ArrayList<Diagnostic>();
        if (isRegistrys(targetSchema())) {
            String target = project.loaded().project().target().name();
            problems.add(Diagnostic.error(Code.RESERVED_NAME, schemaWords(targetSchema()))
                    .help("give the target `" + target + "` another `schema`"));
        }
        if (isRegistrys(project.qualitySchema())) {
            problems.add(Diagnostic.error(Code.RESERVED_NAME, schemaWords(project.qualitySchema()))
                    .help("give `quality` another `schema` in assay_project.yml"));
        }
        return problems;
    }

    private static Diagnostic leftover(Relational node) {
        return reserved(node, "`" + node.relation().name() + "` is a name that assay gives to its own relations")
                .note("it would be removed as a leftover")
                .help("call it otherwise, or give it an alias");
    }

    private static Diagnostic reserved(Relational node, String headline) {
        return Diagnostic.error(Code.RESERVED_NAME, node.place(), headline);
    }

    private String targetSchema() {
        return project.loaded().project().target().schema();
    }

    private static String schemaWords(String schema) {
        return "the schema `" + schema + "` belongs to the registry of all environments";
    }

    private static boolean isRegistrys(String schema) {
        return schema.equalsIgnoreCase(Registry.OWN_SCHEMA);
    }

    private static boolean isSame(RelationName one, RelationName other) {
        return one.schema().equalsIgnoreCase(other.schema()) && one.name().equalsIgnoreCase(other.name());
    }
}

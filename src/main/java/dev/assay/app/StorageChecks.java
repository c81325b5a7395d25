package dev.assay.app;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.environment.RunClaim;
import dev.assay.environment.SchemaPurpose;
import dev.assay.examine.Storage;
import dev.assay.manifest.DataTest;
import dev.assay.plan.Plan;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.CommentReader;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Refuses to keep failing rows in a relation that assay did not create for failing rows.
 *
 * @param wanted which test of the plan keeps its failing rows where
 * @param foreign those of them that exist and do not have our comment
 */
record StorageChecks(
        ParsedProject project,
        WarehouseState warehouseState,
        SortedMap<RelationName, DataTest> wanted,
        SortedMap<RelationName, DataTest> foreign) {

    /** Asks the warehouse only if a test of the plan would replace a relation. */
    static StorageChecks read(ParsedProject project, Plan plan, WarehouseState warehouseState, Storage storage) {
        Existing existing = warehouseState.existing();
        var wanted = new TreeMap<RelationName, DataTest>(existing.relations().comparator());
        plan.ids()
                .map(project.manifest()::get)
                .filter(DataTest.class::isInstance)
                .map(DataTest.class::cast)
                .forEach(test -> storage.relationFor(test).ifPresent(relation -> wanted.put(relation, test)));
        var foreign = new TreeMap<RelationName, DataTest>(wanted);
        foreign.keySet().removeIf(relation -> !existing.contains(relation));
        if (!foreign.isEmpty()) {
            Warehouse warehouse = project.loaded().warehouse();
            try (Session session = project.loaded().workspace().lease().open(warehouse)) {
                Map<RelationName, String> comments = CommentReader.of(warehouse).read(session, foreign.keySet());
                foreign.keySet().removeIf(relation -> storage.comment().equals(comments.get(relation)));
            }
        }
        return new StorageChecks(project, warehouseState, wanted, foreign);
    }

    /** Names that no option makes free: those of candidates, published relations, the registry, a sequence. */
    void refuseTaken() {
        var problems = new Problems();
        wanted.forEach((relation, test) -> {
            if (warehouse().isOurs(relation)) {
                problems.add(reserved(relation, test));
            } else if (existing().occupied().containsKey(relation)) {
                problems.add(occupied(relation, test));
            }
        });
        SortedSet<RelationName> published =
                existing().alike(warehouseState.known().relations());
        foreign.forEach((relation, test) -> {
            if (published.contains(relation)) {
                problems.add(
                        taken(test, "`" + relation + "` is a published relation: failing rows cannot replace it", ""));
            } else if (isRegistrys(relation.schema())) {
                problems.add(taken(test, "`" + relation + "` belongs to assay's registry", ""));
            }
        });
        problems.throwIfErrors();
        if (!foreign.isEmpty()) {
            refuseOverlap();
        }
    }

    /** Another client's relation has the name: nothing is lost before a user asks for it. */
    void spareForeign() {
        var problems = new Problems();
        foreign.forEach((relation, test) -> problems.add(foreign(relation, test)));
        problems.throwIfErrors();
    }

    private Existing existing() {
        return warehouseState.existing();
    }

    private Warehouse warehouse() {
        return project.loaded().warehouse();
    }

    private boolean isRegistrys(String schema) {
        return warehouseState.registry().schemas().stream()
                .anyMatch(its -> existing().isSameSchema(its, schema));
    }

    /** Another environment's relations are nothing to overwrite, whatever the option says. */
    private void refuseOverlap() {
        var claim = new RunClaim(project.loaded().project().target().name(), new TreeMap<>());
        var schemas = new TreeSet<String>();
        foreign.keySet().forEach(relation -> schemas.add(relation.schema()));
        for (String schema : schemas) {
            claim = claim.with(schema, SchemaPurpose.FAILURES);
        }
        try (Session session = project.loaded().workspace().lease().open(warehouse())) {
            warehouseState
                    .registry()
                    .refuseOverlap(session, existing(), warehouseState.known().registry(), claim);
        }
    }

    private Diagnostic foreign(RelationName relation, DataTest test) {
        Existing.Kind kind = existing().kind(relation).orElseThrow();
        String drop = warehouse()
                .wording()
                .statement("drop it", "drop_" + kind.suffix(), Map.of("relation", relation))
                .text()
                .strip();
        return taken(
                        test,
                        "`" + relation + "` is there already, and assay did not create it for failing rows",
                        ", or replace the " + kind.word() + " with --overwrite-foreign")
                .help("if it holds failing rows that an older assay kept, drop it: " + drop);
    }

    private static Diagnostic taken(DataTest test, String headline, String otherWay) {
        return Diagnostic.error(Code.FOREIGN_RELATION, test.place(), headline)
                .note("the test `" + test.name() + "` would keep its failing rows there (`store_failures`)")
                .help("give the test another `alias` or `schema`" + otherWay);
    }

    private Diagnostic occupied(RelationName relation, DataTest test) {
        return taken(
                test,
                "the name `" + relation + "` is in use ("
                        + existing().occupied().get(relation) + ")",
                "");
    }

    private static Diagnostic reserved(RelationName relation, DataTest test) {
        return Diagnostic.error(
                        Code.RESERVED_NAME,
                        test.place(),
                        "`" + relation + "` is a name that assay gives to its own relations")
                .note("the test `" + test.name()
                        + "` would keep its failing rows there, and assay would remove them as a" + " leftover")
                .help("give the test another `alias` or `schema`");
    }
}

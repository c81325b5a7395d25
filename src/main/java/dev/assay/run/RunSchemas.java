package dev.assay.run;

import dev.assay.environment.RunClaim;
import dev.assay.environment.SchemaPurpose;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Relational;
import dev.assay.plan.PlannedNode;
import dev.assay.setup.RunSetup;
import dev.assay.sql.RelationName;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;

/** The schemas in which a run creates something. Nothing is created before all of them are registered. */
record RunSchemas(RunSetup setup) {

    /** Of a run that builds relations. */
    RunClaim ofBuild() {
        RunClaim claim = ofTests().with(setup.header().schema(), SchemaPurpose.DATA);
        for (Relational node : setup.manifest().all(Relational.class).toList()) {
            claim = claim.with(node.relation().schema(), SchemaPurpose.DATA);
        }
        for (PlannedNode node : setup.plan().relations().toList()) {
            var published = setup.manifest().relation(node.id());
            claim = withWork(claim, setup.warehouse().candidate(published));
            claim = withWork(claim, setup.warehouse().retired(published));
        }
        return claim;
    }

    private static RunClaim withWork(RunClaim claim, RelationName relation) {
        return claim.with(relation.schema(), SchemaPurpose.CANDIDATES);
    }

    /** Of a run that only tests what is published: it creates what keeps failing rows. */
    RunClaim ofTests() {
        var claim = new RunClaim(setup.header().target(), new TreeMap<>());
        for (String schema : failures()) {
            claim = claim.with(schema, SchemaPurpose.FAILURES);
        }
        return claim;
    }

    /** Where failing rows are kept. */
    SortedSet<String> failures() {
        return setup.examinations().schemas(tests(), setup.blueprints()::published);
    }

    private List<DataTest> tests() {
        return setup.plan()
                .ids()
                .map(setup.manifest()::get)
                .filter(DataTest.class::isInstance)
                .map(DataTest.class::cast)
                .toList();
    }
}

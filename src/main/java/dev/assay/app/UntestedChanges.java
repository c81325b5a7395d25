package dev.assay.app;

import dev.assay.compile.HardCodedNames;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.environment.ProofChange;
import dev.assay.environment.Proofs.Version;
import dev.assay.environment.Registry;
import dev.assay.environment.RegistrySnapshot;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.sql.SqlText;
import dev.assay.warehouse.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an operation changes of published relations. No test reads it before readers do, so the registry calls them unproven. */
record UntestedChanges(Registry registry, List<ProofChange> proofs, List<Diagnostic> warnings) {

    /** Asks the warehouse only if the SQL names a relation of the project that it changes. */
    static Optional<UntestedChanges> in(ParsedProject project, String operation, SqlText sql) {
        LoadedProject loaded = project.loaded();
        Set<ResourceId> changed = HardCodedNames.changedBy(
                project.manifest(),
                loaded.warehouse(),
                loaded.project().target().database(),
                sql);
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        WarehouseState state = WarehouseState.look(project, new TreeSet<>());
        Map<ResourceId, Version> published = published(state.known(), changed);
        var proofs = new ArrayList<ProofChange>();
        var warnings = new ArrayList<Diagnostic>();
        published.forEach((id, version) -> {
            Version now = version.changed();
            proofs.add(new ProofChange(id, now.runId(), now.proof(), now.tests(), now.inputs()));
            warnings.add(warning(project.manifest().get(id), operation));
        });
        return Optional.of(new UntestedChanges(
                state.registry(), state.known().registry().knowsEnvironments() ? proofs : List.of(), warnings));
    }

    private static Map<ResourceId, Version> published(RegistrySnapshot known, Set<ResourceId> changed) {
        Map<ResourceId, Version> versions = new TreeMap<>();
        changed.forEach(id -> known.publishedOf(id).ifPresent(entry -> versions.put(id, Version.of(entry))));
        return versions;
    }

    private static Diagnostic warning(Resource changed, String operation) {
        return Diagnostic.warning(
                        Code.UNTESTED_CHANGE,
                        operation + " changes the " + changed.id().type().word() + " `" + changed.name()
                                + "`, which is unproven from now on")
                .note("no test has read what readers see of `" + changed.name() + "` then")
                .help("test what it holds now: assay test --select " + changed.name())
                .help("or build it again: assay build --select " + changed.name());
    }

    /** Before the change, so that nothing calls the new rows proven, not even for a moment. */
    void note(Session session) {
        registry.prove(session, proofs);
    }
}

package dev.assay.publish.journal;

import dev.assay.environment.Intent;
import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.InternalNames;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names that candidates have while a cut moves them. No other run uses them: a run that was silent for long, and wakes up in
 * its cut after another run has finished it, finds nothing under its names.
 */
record CutNames(Warehouse warehouse, String runId) {

    /** @param from the name that the candidate has until then */
    record Renaming(ResourceId node, RelationName from, RelationName to) {}

    RelationName of(RelationName published) {
        return InternalNames.inCut(warehouse.candidate(published), runId);
    }

    /** What gives their names to the candidates that will be exchanged, as far as they are there. */
    List<Renaming> renamings(Existing existing, List<Intent> steps) {
        SortedMap<RelationName, RelationName> inCuts = inCuts(existing);
        return steps.stream()
                .filter(step -> step.is(Intent.Way.EXCHANGE))
                .flatMap(step -> candidate(step.relation(), existing, inCuts).stream()
                        .map(name -> new Renaming(step.node(), name, of(step.relation()))))
                .toList();
    }

    static Map<RelationName, RelationName> newNames(List<Renaming> renamings) {
        return renamings.stream().collect(Collectors.toMap(Renaming::from, Renaming::to));
    }

    void run(Session session, List<Renaming> renamings) {
        SequencedMap<Statement, ResourceId> statements = new LinkedHashMap<>();
        renamings.forEach(renaming -> statements.put(
                SwapStatements.rename(warehouse, Kind.TABLE, renaming.from(), renaming.to()), renaming.node()));
        new NodeStatements(statements).run(session);
    }

    /** Candidates of a cut that broke off, with the names that they have there. */
    private static SortedMap<RelationName, RelationName> inCuts(Existing existing) {
        var names = new TreeMap<RelationName, RelationName>(existing.relations().comparator());
        existing.relations()
                .keySet()
                .forEach(name -> InternalNames.beforeCut(name).ifPresent(candidate -> names.put(candidate, name)));
        return names;
    }

    private Optional<RelationName> candidate(
            RelationName published, Existing existing, SortedMap<RelationName, RelationName> inCuts) {
        RelationName candidate = warehouse.candidate(published);
        // Earlier versions built candidates beside the published relations.
        RelationName formerly = InternalNames.candidate(published);
        return Stream.of(Optional.of(candidate), Optional.ofNullable(inCuts.get(candidate)), Optional.of(formerly))
                .flatMap(Optional::stream)
                .filter(name -> existing.is(name, Kind.TABLE))
                .findFirst();
    }
}

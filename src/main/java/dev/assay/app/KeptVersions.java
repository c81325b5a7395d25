package dev.assay.app;

import dev.assay.environment.Digests;
import dev.assay.environment.Entry;
import dev.assay.manifest.Config;
import dev.assay.manifest.Model;
import dev.assay.manifest.Reference;
import dev.assay.manifest.Relational;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.Seed;
import dev.assay.publish.CandidateIdentities;
import dev.assay.sql.Draft;
import dev.assay.sql.Draft.Hole;
import dev.assay.sql.Draft.Wanted;
import dev.assay.sql.RelationName;
import dev.assay.sql.SqlText;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Nodes of the project as they were when their waiting candidates were built.
 *
 * @param nodes those whose texts are kept
 * @param reasons why the kept texts of others are of no use
 * @param identities the warehouse's own ids of the candidates, where they are known
 * @param emptied those whose candidates have lost their rows
 */
record KeptVersions(
        Map<ResourceId, Relational> nodes,
        Map<ResourceId, String> reasons,
        Map<ResourceId, String> identities,
        Set<ResourceId> emptied) {

    static final KeptVersions NONE = new KeptVersions(Map.of(), Map.of(), Map.of(), Set.of());

    /** Asks the warehouse only where candidates wait with texts. */
    static KeptVersions read(ParsedProject project, WarehouseState warehouseState) {
        List<Entry> waiting = warehouseState.known().waiting().values().stream()
                .filter(Entry::isKeptCandidate)
                .filter(entry -> !entry.digests().equals(Digests.NONE))
                .toList();
        var digests = new TreeSet<String>();
        waiting.stream().flatMap(entry -> digests(entry.digests())).forEach(digests::add);
        if (digests.isEmpty()) {
            return NONE;
        }
        Warehouse warehouse = project.loaded().warehouse();
        try (Session session = project.loaded().workspace().lease().open(warehouse)) {
            Map<String, String> texts = warehouseState.registry().notes().texts(session, digests);
            return of(waiting, texts, emptied(waiting, session, warehouse), project);
        }
    }

    private static Set<ResourceId> emptied(List<Entry> waiting, Session session, Warehouse warehouse) {
        Map<RelationName, ResourceId> candidates = new TreeMap<>();
        waiting.stream()
                .filter(entry -> entry.rows().orElse(0) > 0)
                .forEach(entry -> candidates.put(warehouse.candidate(entry.relation()), entry.node()));
        return new CandidateIdentities(session, warehouse.wording())
                .emptied(candidates.keySet()).stream().map(candidates::get).collect(Collectors.toSet());
    }

    private static Stream<String> digests(Digests digests) {
        return Stream.concat(digests.text().stream(), digests.definition().stream());
    }

    private static KeptVersions of(
            List<Entry> waiting, Map<String, String> texts, Set<ResourceId> emptied, ParsedProject project) {
        var versions = new KeptVersions(new HashMap<>(), new HashMap<>(), new HashMap<>(), emptied);
        for (Entry entry : waiting) {
            project.manifest()
                    .find(entry.node())
                    .filter(Relational.class::isInstance)
                    .map(Relational.class::cast)
                    .ifPresent(now -> versions.add(now, entry.digests(), texts, project));
        }
        return versions;
    }

    private void add(Relational now, Digests digests, Map<String, String> texts, ParsedProject project) {
        Optional<String> definition = digests.definition().map(texts::get);
        Optional<KeptDefinition> kept = definition.flatMap(text -> KeptDefinition.read(text, now));
        Optional<String> sql = digests.text().map(texts::get);
        definition.flatMap(KeptDefinition::identity).ifPresent(id -> identities.put(now.id(), id));
        if (definition.isEmpty() || digests.text().isPresent() != sql.isPresent()) {
            reasons.put(now.id(), "its text is no longer kept");
        } else if (KeptDefinition.isWithheld(definition.get())) {
            reasons.put(now.id(), "its SQL or its settings hold a secret, so they are not stored in the warehouse");
        } else if (kept.isEmpty()) {
            reasons.put(now.id(), "another version of assay kept its text");
        } else {
            Relational then = then(now, kept.get(), sql, project);
            if (sql.isPresent()
                    && !then.draft().filter(draft -> isText(draft, project)).isPresent()) {
                reasons.put(now.id(), "a relation that it reads has another name by now");
            } else {
                nodes.put(now.id(), then);
            }
        }
    }

    /** Whether the text over the names of today is the one that was tested. */
    private static boolean isText(Draft draft, ParsedProject project) {
        return draft.holes().stream().allMatch(hole -> {
            ResourceId id = idOf(hole);
            String printed = draft.sql().text().substring(hole.start(), hole.end());
            return project.manifest().get(id) instanceof Relational there
                    && !there.isInlined()
                    && printed.equals(
                            switch (hole.part()) {
                                case WHOLE ->
                                    project.loaded().warehouse().dialect().print(there.relation());
                                case DATABASE -> there.relation().database().orElse("");
                                case SCHEMA -> there.relation().schema();
                                case NAME -> there.relation().name();
                            });
        });
    }

    private static ResourceId idOf(Hole hole) {
        return new ResourceId(hole.wanted().names().getFirst());
    }

    private static Relational then(Relational now, KeptDefinition kept, Optional<String> sql, ParsedProject project) {
        Config config = kept.config(now.config().places());
        return switch (now) {
            case Seed seed ->
                new Seed(
                        seed.id(),
                        seed.name(),
                        seed.identity(),
                        kept.description(),
                        config,
                        seed.relation(),
                        seed.file(),
                        seed.checksum());
            case Model model ->
                new Model(
                        model.id(),
                        model.name(),
                        model.identity(),
                        kept.description(),
                        config,
                        model.relation(),
                        model.code(),
                        sql.<Draft>map(text -> draft(text, kept, project)).or(model::draft),
                        Stream.concat(
                                        sql.isPresent() ? Stream.of() : model.references().stream(),
                                        references(model, kept, project))
                                .toList());
        };
    }

    /** A relation that the project no longer has is a name like any other in the text. */
    private static Draft draft(String sql, KeptDefinition kept, ParsedProject project) {
        List<Hole> holes = kept.holes().stream()
                .filter(hole -> project.manifest().find(idOf(hole)).isPresent())
                .toList();
        return new Draft(SqlText.plain(sql), holes, Draft.State.SETTLED, true);
    }

    /** A table is published with what it was built from, and needs what its template of today names. */
    private static Stream<Reference> references(Model model, KeptDefinition kept, ParsedProject project) {
        return kept.reads().stream()
                .filter(id -> project.manifest().find(id).isPresent())
                .map(id -> new Reference(
                        new Wanted(Wanted.Kind.REF, List.of(id.value())), model.place(), Optional.of(id)));
    }
}

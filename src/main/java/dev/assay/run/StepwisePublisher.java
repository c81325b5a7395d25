package dev.assay.run;

import dev.assay.environment.Intent;
import dev.assay.environment.Registry;
import dev.assay.materialize.Blueprint;
import dev.assay.result.Publication;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A cut where each definition commits by itself: first a journal of all that is going to be done, then step by step, then
 * the journal is closed. A refusal undoes the steps; a cut that was broken off is finished at the next start.
 *
 * @param schemas where the project's relations live
 * @param threads how many sessions may work on it at a time
 */
record StepwisePublisher(Warehouse warehouse, Registry registry, SortedSet<String> schemas, int threads)
        implements Publishing {

    @Override
    public Publication publish(Session session, List<Publisher.Part> parts, Optional<String> group, boolean goesOn) {
        long generation = registry.lastGeneration(session) + 1;
        Scene scene = Scene.read(warehouse, session, schemas);
        List<Blueprint> blueprints =
                parts.stream().map(Publisher.Part::blueprint).toList();
        var ways = new Overwrites(warehouse, session, scene);
        Set<RelationName> overwritten = ways.among(blueprints);
        var views = new StandingViews(warehouse, scene, ways);
        Set<RelationName> staying = views.staying(blueprints, () -> Definitions.read(warehouse, session, schemas));
        List<Intent> intents = parts.stream()
                .map(part -> new Intent(
                        part.id(),
                        part.blueprint().published(),
                        how(part.blueprint(), scene.existing(), overwritten, staying, views)))
                .toList();
        views.requireNoPolicy(intents);
        var rights = new Rights(session, warehouse);
        rights.align(tables(parts, overwritten));
        registry.intend(session, generation, intents);
        var cut = new Steps(warehouse, registry, session, schemas, scene, new SideBySide(warehouse, session, threads));
        try {
            cut.run(generation, intents, () -> rights.align(views(parts)));
        } catch (CutRefused | WarehouseError refusal) {
            try {
                cut.undo(generation, intents);
                registry.abandon(session);
            } catch (WarehouseError gone) {
                throw new CutBroken(gone);
            }
            throw refusal;
        }
        if (goesOn) {
            Existing after = warehouse.existing(session, schemas);
            parts.forEach(part -> keepReadable(session, part.blueprint(), after));
        }
        return new Publication(
                generation, group, intents.stream().map(Intent::node).toList());
    }

    /** Who may read a table may read it from the moment on in which it is seen: it is said of what will be seen. */
    private List<Rights.Target> tables(List<Publisher.Part> parts, Set<RelationName> overwritten) {
        return parts.stream()
                .map(Publisher.Part::blueprint)
                .filter(blueprint -> !blueprint.node().isView())
                .map(blueprint -> new Rights.Target(
                        blueprint.node(),
                        overwritten.contains(blueprint.published()) ? blueprint.published() : blueprint.candidate()))
                .toList();
    }

    private static List<Rights.Target> views(List<Publisher.Part> parts) {
        return parts.stream()
                .map(Publisher.Part::blueprint)
                .filter(blueprint -> blueprint.node().isView())
                .map(blueprint -> new Rights.Target(blueprint.node(), blueprint.published()))
                .toList();
    }

    private String how(
            Blueprint blueprint,
            Existing existing,
            Set<RelationName> overwritten,
            Set<RelationName> staying,
            StandingViews views) {
        if (existing.is(blueprint.candidate(), Existing.Kind.VIEW)) {
            return staying.contains(blueprint.published()) ? Intent.STAY : views.words(blueprint);
        }
        return overwritten.contains(blueprint.published()) ? Intent.OVERWRITE : Intent.SWAP;
    }

    /** After a swap the candidate's name stands for what readers saw before: nodes still to be built read it. */
    private void keepReadable(Session session, Blueprint blueprint, Existing existing) {
        if (existing.is(blueprint.candidate(), Existing.Kind.VIEW)) {
            return;
        }
        session.executeAll(drops(existing, Stream.of(blueprint.candidate())));
        session.execute(warehouse
                .wording()
                .statement(
                        "keep the candidate's name readable",
                        "create_alias",
                        Map.of("relation", blueprint.candidate(), "target", blueprint.published())));
    }

    private List<Statement> drops(Existing existing, Stream<RelationName> names) {
        var there = new TreeMap<RelationName, Existing.Kind>();
        names.forEach(name -> existing.kind(name).ifPresent(kind -> there.put(name, kind)));
        return warehouse.drops("drop what is set aside", there);
    }

    @Override
    public void clearAway(Session session, List<Publisher.Part> parts) {
        Existing existing = warehouse.existing(session, schemas);
        session.executeAll(drops(
                existing,
                parts.stream()
                        .map(Publisher.Part::blueprint)
                        .flatMap(blueprint -> Stream.of(blueprint.candidate(), blueprint.retired()))));
    }
}

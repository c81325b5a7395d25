package dev.assay.run;

import dev.assay.environment.Intent;
import dev.assay.environment.Registry;
import dev.assay.manifest.Relational;
import dev.assay.materialize.Blueprint;
import dev.assay.materialize.Demands;
import dev.assay.result.Publication;
import dev.assay.sql.RelationName;
import dev.assay.sql.SqlText;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wishes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
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
        Set<RelationName> staying = staying(blueprints, scene, ways, session);
        List<Intent> intents = parts.stream()
                .map(part -> new Intent(
                        part.id(),
                        part.blueprint().published(),
                        how(part.blueprint(), scene.existing(), overwritten, staying)))
                .toList();
        requireNoPolicy(intents, scene, ways);
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
                .filter(blueprint -> !isView(blueprint.node()))
                .map(blueprint -> new Rights.Target(
                        blueprint.node(),
                        overwritten.contains(blueprint.published()) ? blueprint.published() : blueprint.candidate()))
                .toList();
    }

    private static List<Rights.Target> views(List<Publisher.Part> parts) {
        return parts.stream()
                .map(Publisher.Part::blueprint)
                .filter(blueprint -> isView(blueprint.node()))
                .map(blueprint -> new Rights.Target(blueprint.node(), blueprint.published()))
                .toList();
    }

    private static boolean isView(Relational node) {
        return Verbs.of(node).equals("view");
    }

    private String how(
            Blueprint blueprint, Existing existing, Set<RelationName> overwritten, Set<RelationName> staying) {
        boolean view = existing.kind(blueprint.candidate())
                .filter(Existing.Kind.VIEW::equals)
                .isPresent();
        if (view) {
            return staying.contains(blueprint.published()) ? Intent.STAY : words(blueprint, Demands.wishes(blueprint.node()));
        }
        return overwritten.contains(blueprint.published()) ? Intent.OVERWRITE : Intent.SWAP;
    }

    private String words(Blueprint blueprint, Wishes wishes) {
        SqlText lasting = blueprint.lasting().orElseThrow();
        return warehouse
                .wording(wishes)
                .statement(
                        "make the view over what is published",
                        "replace_view",
                        Map.of("relation", blueprint.published(), "select", lasting))
                .text();
    }

    /** Views that are what they shall be already keep all that stands on them. */
    private Set<RelationName> staying(List<Blueprint> blueprints, Scene scene, Overwrites ways, Session session) {
        List<Blueprint> views = blueprints.stream()
                .filter(blueprint -> isView(blueprint.node()))
                .filter(blueprint ->
                        scene.existing().kind(blueprint.published()).equals(Optional.of(Existing.Kind.VIEW)))
                .toList();
        if (views.isEmpty()) {
            return Set.of();
        }
        Definitions there = Definitions.read(warehouse, session, schemas);
        return ways.unchanged(
                views,
                view -> there.of(view.published())
                        .filter(statement -> says(statement.text(), view))
                        .isPresent());
    }

    /** Whether it was made with the grants of an older one is nothing that a view is. */
    private boolean says(String text, Blueprint view) {
        Wishes wishes = Demands.wishes(view.node());
        return Stream.of(true, false)
                .map(copies -> words(view, wishes.with("copy_grants", copies)))
                .anyMatch(said -> tidy(said).equals(tidy(text)));
    }

    /** Blanks before the query are none of it; those within may stand in a text. */
    private static List<String> tidy(String words) {
        int line = words.indexOf('\n') + 1;
        return List.of(words.substring(0, line), words.substring(line).strip());
    }

    /** A view that is made anew loses the policies that somebody has put on it, and shows what they hide. */
    private static void requireNoPolicy(List<Intent> intents, Scene scene, Overwrites ways) {
        List<Intent> replaced = intents.stream()
                .filter(Intent::isView)
                .filter(intent -> scene.existing().kind(intent.relation()).equals(Optional.of(Existing.Kind.VIEW)))
                .toList();
        Set<RelationName> held =
                ways.withPolicy(replaced.stream().map(Intent::relation).toList());
        replaced.stream()
                .filter(intent -> held.contains(intent.relation()))
                .findFirst()
                .ifPresent(intent -> {
                    throw new CutRefused(
                            intent.node(),
                            new WarehouseError(
                                    WarehouseError.Kind.REFUSED,
                                    Optional.empty(),
                                    OptionalInt.empty(),
                                    "a masking or row access policy stands on the view, and would be lost with its"
                                            + " old definition: take it off, publish, and put it on again",
                                    null));
                });
    }

    /** After a swap the candidate's name stands for what readers saw before: nodes still to be built read it. */
    private void keepReadable(Session session, Blueprint blueprint, Existing existing) {
        if (existing.kind(blueprint.candidate()).equals(Optional.of(Existing.Kind.VIEW))) {
            return;
        }
        if (existing.contains(blueprint.candidate())) {
            session.execute(drop(existing, blueprint.candidate()));
        }
        session.execute(warehouse
                .wording()
                .statement(
                        "keep the candidate's name readable",
                        "create_alias",
                        Map.of("relation", blueprint.candidate(), "target", blueprint.published())));
    }

    private Statement drop(Existing existing, RelationName name) {
        String kind = existing.kind(name).orElseThrow().word().replace(' ', '_');
        return warehouse.wording().statement("drop what is set aside", "drop_" + kind, Map.of("relation", name));
    }

    @Override
    public void clearAway(Session session, List<Publisher.Part> parts) {
        Existing existing = warehouse.existing(session, schemas);
        session.executeAll(parts.stream()
                .map(Publisher.Part::blueprint)
                .flatMap(blueprint -> Stream.of(blueprint.candidate(), blueprint.retired()))
                .filter(existing::contains)
                .map(name -> drop(existing, name))
                .toList());
    }
}

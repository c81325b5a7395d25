package dev.assay.run;

import dev.assay.environment.Intent;
import dev.assay.materialize.Blueprint;
import dev.assay.materialize.Demands;
import dev.assay.sql.RelationName;
import dev.assay.sql.SqlText;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wishes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Views that a cut finds in their place. One that is made anew loses what others have put on it, so none is without need. */
record StandingViews(Warehouse warehouse, Scene scene, Overwrites ways) {

    /** What makes a view over what is published. */
    String words(Blueprint blueprint) {
        return words(blueprint, Demands.wishes(blueprint.node()));
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

    /**
     * Those that are what they shall be already.
     *
     * @param definitions reads the words of all views that there are
     */
    Set<RelationName> staying(List<Blueprint> blueprints, Supplier<Definitions> definitions) {
        List<Blueprint> views = blueprints.stream()
                .filter(blueprint -> blueprint.node().isView())
                .filter(blueprint -> isView(blueprint.published()))
                .toList();
        if (views.isEmpty()) {
            return Set.of();
        }
        Definitions there = definitions.get();
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

    /** @throws CutRefused where a view would be made anew that shows then what a policy hides now */
    void requireNoPolicy(List<Intent> intents) {
        List<Intent> replaced = intents.stream()
                .filter(Intent::isView)
                .filter(intent -> isView(intent.relation()))
                .toList();
        Set<RelationName> held =
                ways.withPolicy(replaced.stream().map(Intent::relation).toList());
        replaced.stream()
                .filter(intent -> held.contains(intent.relation()))
                .findFirst()
                .ifPresent(intent -> {
                    throw new CutRefused(intent.node(), refusal());
                });
    }

    private static WarehouseError refusal() {
        return WarehouseError.of(
                        WarehouseError.Kind.HELD,
                        "a masking or row access policy stands on the view, and would be lost with its old definition")
                .helped(List.of("take it off, publish, and put it on again"));
    }

    private boolean isView(RelationName name) {
        return scene.existing().is(name, Kind.VIEW);
    }
}

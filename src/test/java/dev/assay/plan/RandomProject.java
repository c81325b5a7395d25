package dev.assay.plan;

import dev.assay.graph.Graph;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.SmallProject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** A project that chance has drawn: models of all kinds, tests over one node and over several, some nodes unselected. */
public record RandomProject(Manifest manifest, Graph graph, Set<ResourceId> chosen) {

    private static final List<String> KINDS = List.of("table", "view", "view", "ephemeral");

    /**
     * @param reach how far back a model looks for what it reads
     */
    public static RandomProject of(long seed, int models, int tests, int reach) {
        var random = new Random(seed);
        var project = new SmallProject();
        for (int i = 0; i < models; i++) {
            var needs = new TreeSet<String>();
            for (int n = random.nextInt(4); n > 0 && i > 0; n--) {
                needs.add("m" + (i - 1 - random.nextInt(Math.min(i, reach))));
            }
            project.model(
                    "m" + i,
                    Map.of("materialized", KINDS.get(random.nextInt(KINDS.size()))),
                    needs.toArray(String[]::new));
        }
        for (int t = 0; t < tests; t++) {
            var needs = new ArrayList<String>();
            needs.add("m" + random.nextInt(models));
            for (int n = random.nextInt(3); n > 0; n--) {
                needs.add("m" + random.nextInt(models));
            }
            Map<String, Object> settings = random.nextInt(4) == 0 ? Map.of("severity", "warn") : Map.of();
            project.test("relationships", "t" + t, settings, needs.toArray(String[]::new));
        }
        Manifest manifest = project.manifest();
        Graph graph = ((Graph.Made.Sound) Graph.of(manifest)).graph();
        var chosen = new TreeSet<ResourceId>();
        manifest.all(Resource.class)
                .map(Resource::id)
                .filter(id -> random.nextInt(5) > 0)
                .forEach(chosen::add);
        return new RandomProject(manifest, graph, chosen);
    }

    public Plan plan() {
        var request = new PlanRequest(
                PlanRequest.Mode.BUILD,
                chosen,
                Set.of(),
                Map.of(),
                "before",
                (Relational node) -> new PlanRequest.Judgement(Action.BUILD, "selected"));
        return Planner.plan(manifest, graph, request);
    }

    /** The relations that a resource reads directly, seen through ephemeral models. */
    public Set<ResourceId> reads(ResourceId id) {
        var found = new TreeSet<ResourceId>();
        manifest.get(id).references().forEach(reference -> {
            Resource target = manifest.get(reference.target().orElseThrow());
            if (target.config().materialized().equals("ephemeral")) {
                found.addAll(reads(target.id()));
            } else {
                found.add(target.id());
            }
        });
        return found;
    }

    /** The relations that take in an ephemeral model which a test reads directly. */
    public Set<ResourceId> inlining(ResourceId test) {
        var found = new TreeSet<ResourceId>();
        var open = new ArrayDeque<>(manifest.get(test).needs());
        open.removeIf(id -> !isEphemeral(id));
        while (!open.isEmpty()) {
            graph.children(open.pop()).stream()
                    .filter(id -> manifest.get(id) instanceof Relational)
                    .forEach(id -> {
                        if (isEphemeral(id)) {
                            open.push(id);
                        } else {
                            found.add(id);
                        }
                    });
        }
        return found;
    }

    private boolean isEphemeral(ResourceId id) {
        return manifest.get(id).config().materialized().equals("ephemeral");
    }
}

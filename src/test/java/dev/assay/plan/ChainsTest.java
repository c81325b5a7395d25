package dev.assay.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.graph.Graph;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.SmallProject;
import dev.assay.source.SourceFile;
import dev.assay.warehouse.OutputSettings;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.Warehouses;
import dev.assay.yaml.Yaml;
import dev.assay.yaml.YamlReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChainsTest {

    private static final Map<String, Object> VIEW = Map.of("materialized", "view");
    private static final Map<String, Object> TABLE = Map.of("materialized", "table");

    private static SmallProject chain(int length) {
        var project = new SmallProject();
        for (int i = 1; i <= length; i++) {
            project.model("v" + i, VIEW, i == 1 ? new String[0] : new String[] {"v" + (i - 1)});
        }
        return project;
    }

    private static List<Diagnostic> found(SmallProject project) {
        return found(
                project,
                project.manifest().all(Resource.class).map(Resource::id).collect(Collectors.toSet()));
    }

    private static List<Diagnostic> found(SmallProject project, Set<ResourceId> chosen) {
        Manifest manifest = project.manifest();
        Graph graph = ((Graph.Made.Sound) Graph.of(manifest)).graph();
        Plan plan = Planner.plan(
                manifest,
                graph,
                new PlanRequest(
                        PlanRequest.Mode.BUILD,
                        chosen,
                        Set.of(),
                        Map.of(),
                        "before",
                        (Relational node) -> new PlanRequest.Judgement(Action.BUILD, "")));
        try (Warehouse duckdb = Warehouses.make(
                "duckdb",
                new OutputSettings(
                        (Yaml.Mapping) YamlReader.read(new SourceFile("profiles.yml", "{type: duckdb}")), "."))) {
            return Chains.tooDeep(manifest, graph, plan, duckdb);
        }
    }

    @Test
    void aChainOfThreeHundredIsBorne() {
        assertEquals(List.of(), found(chain(300)));
    }

    @Test
    void aLongerOneIsToldOfOnceWithItsEndsItsLengthAndTheLimit() {
        List<Diagnostic> found = found(chain(600).model("top", TABLE, "v600"));
        assertEquals(1, found.size());
        Diagnostic problem = found.getFirst();
        assertEquals(Code.CHAIN_TOO_DEEP, problem.code());
        assertEquals("600 views stand on each other, DuckDB bears 300", problem.headline());
        assertTrue(problem.label().contains("`v600`"));
        assertTrue(problem.others().getFirst().label().contains("`v1`"));
    }

    @Test
    void aTableEndsAChain() {
        SmallProject project = chain(300).model("middle", TABLE, "v300");
        project.model("w1", VIEW, "middle").model("w2", VIEW, "w1");
        assertEquals(List.of(), found(project));
    }

    @Test
    void viewsThatAreNotBuiltNowCountToo() {
        assertEquals(1, found(chain(301), Set.of(SmallProject.modelId("v301"))).size());
        assertEquals(
                1,
                found(chain(301).model("top", TABLE, "v301"), Set.of(SmallProject.modelId("top")))
                        .size());
    }
}

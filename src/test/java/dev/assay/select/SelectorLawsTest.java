package dev.assay.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.manifest.ResourceId;
import dev.assay.manifest.SmallProject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Selection is an algebra of sets, on any project. */
class SelectorLawsTest {

    private static final int MODELS = 20;

    @Test
    void unionAndIntersectionAreThoseOfSets() {
        forRandomProjects((shop, random) -> {
            for (Indirect mode : List.of(Indirect.EAGER, Indirect.EMPTY)) {
                String a = term(random);
                String b = term(random);
                Set<ResourceId> both = ids(shop, mode, a);
                both.addAll(ids(shop, mode, b));
                assertEquals(both, ids(shop, mode, a + " " + b));
                assertEquals(both, ids(shop, mode, a, b), "a repeated option joins");
                Set<ResourceId> shared = ids(shop, mode, a);
                shared.retainAll(ids(shop, mode, b));
                assertEquals(shared, ids(shop, mode, a + "," + b));
            }
        });
    }

    @Test
    void orderNeverMatters() {
        forRandomProjects((shop, random) -> {
            for (Indirect mode : Indirect.values()) {
                String a = term(random);
                String b = term(random);
                String c = term(random);
                assertEquals(ids(shop, mode, a + " " + b), ids(shop, mode, b + " " + a));
                assertEquals(ids(shop, mode, a + "," + b), ids(shop, mode, b + "," + a));
                assertEquals(ids(shop, mode, a, b + " " + c), ids(shop, mode, c + " " + a, b));
                assertEquals(ids(shop, mode, a), ids(shop, mode, a + " " + a));
                assertEquals(ids(shop, mode, a), ids(shop, mode, a + "," + a));
            }
        });
    }

    @Test
    void minusEverythingIsNothingAndMinusNothingIsAll() {
        forRandomProjects((shop, random) -> {
            for (Indirect mode : Indirect.values()) {
                SelectionRequest request = SelectionRequest.of(term(random)).indirectly(mode);
                assertEquals(Set.of(), shop.ids(request.excluding("*", "source:*", "exposure:*")));
                assertEquals(shop.ids(request), shop.ids(request.excluding()));
            }
            assertEquals(shop.graph().nodes(), shop.ids(SelectionRequest.everything()));
            assertEquals(shop.graph().nodes(), shop.ids(SelectionRequest.of("*", "source:*")));
        });
    }

    @Test
    void plusAndAtAreThoseOfTheGraph() {
        forRandomProjects((shop, random) -> {
            ResourceId id = SmallProject.modelId("m" + random.nextInt(MODELS));
            String name = id.names().getLast();
            int steps = random.nextInt(4);
            assertEquals(with(id, shop.graph().ancestors(Set.of(id))), ids(shop, Indirect.EMPTY, "+" + name));
            assertEquals(with(id, shop.graph().descendants(Set.of(id))), ids(shop, Indirect.EMPTY, name + "+"));
            assertEquals(
                    with(id, shop.graph().descendants(Set.of(id), steps)),
                    ids(shop, Indirect.EMPTY, name + "+" + steps));
            Set<ResourceId> downstream = with(id, shop.graph().descendants(Set.of(id)));
            Set<ResourceId> family = new HashSet<>(downstream);
            family.addAll(shop.graph().ancestors(downstream));
            assertEquals(family, ids(shop, Indirect.EMPTY, "@" + name));
            assertTrue(ids(shop, Indirect.EAGER, "+" + name).contains(id));
        });
    }

    @Test
    void theModesBringEverMoreTests() {
        forRandomProjects((shop, random) -> {
            String text = term(random) + " " + term(random);
            Set<ResourceId> empty = ids(shop, Indirect.EMPTY, text);
            Set<ResourceId> cautious = ids(shop, Indirect.CAUTIOUS, text);
            Set<ResourceId> buildable = ids(shop, Indirect.BUILDABLE, text);
            Set<ResourceId> eager = ids(shop, Indirect.EAGER, text);
            assertTrue(cautious.containsAll(empty));
            assertTrue(buildable.containsAll(cautious));
            assertTrue(eager.containsAll(buildable));
            // By the rule itself: a test is there if and only if it was named or all it looks at is chosen.
            for (ResourceId test : shop.ids(SelectionRequest.of("resource_type:test"))) {
                boolean complete =
                        !empty.contains(test) && empty.containsAll(shop.graph().parents(test));
                assertEquals(empty.contains(test) || complete, cautious.contains(test));
            }
        });
    }

    private interface Law {
        void check(Shop shop, Random random);
    }

    private static void forRandomProjects(Law law) {
        for (int seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            law.check(randomShop(random), random);
        }
    }

    private static Shop randomShop(Random random) {
        var project = new SmallProject().source("lake", "s0", Map.of()).source("lake", "s1", Map.of());
        for (int i = 0; i < MODELS; i++) {
            var needs = new ArrayList<String>();
            for (int j = 0; j < random.nextInt(3); j++) {
                needs.add(i > 2 ? "m" + random.nextInt(i) : "lake.s" + random.nextInt(2));
            }
            Map<String, Object> config = Map.of("tags", List.of("t" + random.nextInt(3)));
            project.model(
                    (i % 2 == 0 ? "even/m" : "odd/m") + i,
                    config,
                    needs.stream().distinct().toArray(String[]::new));
        }
        IntStream.range(0, MODELS).forEach(i -> {
            String other = random.nextInt(4) == 0 ? "lake.s0" : "m" + random.nextInt(MODELS);
            String self = "m" + random.nextInt(MODELS);
            project.test(
                    "relationships", "test" + i, self.equals(other) ? new String[] {self} : new String[] {self, other});
        });
        return Shop.of(project);
    }

    private static String term(Random random) {
        String named = switch (random.nextInt(5)) {
            case 0 -> "tag:t" + random.nextInt(3);
            case 1 -> "even";
            case 2 -> "source:lake.s" + random.nextInt(2);
            default -> "m" + random.nextInt(MODELS);
        };
        return switch (random.nextInt(5)) {
            case 0 -> "+" + named;
            case 1 -> named + "+";
            case 2 -> "@" + named;
            case 3 -> "1+" + named + "+2";
            default -> named;
        };
    }

    private static Set<ResourceId> ids(Shop shop, Indirect mode, String... select) {
        return shop.ids(SelectionRequest.of(select).indirectly(mode));
    }

    private static Set<ResourceId> with(ResourceId id, Set<ResourceId> others) {
        var all = new TreeSet<>(others);
        all.add(id);
        return all;
    }
}

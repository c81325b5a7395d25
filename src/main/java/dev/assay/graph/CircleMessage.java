package dev.assay.graph;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Reference;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says a circle to the person who wrote it: every edge with its place. */
record CircleMessage(Manifest manifest) {

    private static final int NAMED = 5;

    /**
     * @param circle each needs the next, the last one the first
     * @param knot all that need each other, the circle included
     */
    Diagnostic of(List<ResourceId> circle, List<ResourceId> knot) {
        var notes = new ArrayList<String>();
        if (circle.size() > 1) {
            String path = circle.stream().map(this::name).collect(Collectors.joining(" -> "));
            notes.add(path + " -> " + name(circle.getFirst()));
        }
        notes.addAll(entangled(circle, knot));
        return new Diagnostic(
                Code.CIRCLE,
                Diagnostic.Level.ERROR,
                circle.size() == 1 ? "a model needs itself" : circle.size() + " models need each other",
                Optional.of(place(circle, 0)),
                label(circle, 0),
                IntStream.range(1, circle.size()).mapToObj(i -> edge(circle, i)).toList(),
                List.copyOf(notes),
                List.of());
    }

    private Diagnostic.Place edge(List<ResourceId> circle, int i) {
        String closing = i == circle.size() - 1 ? ", closing the circle" : "";
        return new Diagnostic.Place(place(circle, i), label(circle, i) + closing);
    }

    private List<String> entangled(List<ResourceId> circle, List<ResourceId> knot) {
        var inCircle = new HashSet<>(circle);
        List<ResourceId> more =
                knot.stream().filter(id -> !inCircle.contains(id)).toList();
        if (more.isEmpty()) {
            return List.of();
        }
        String names =
                more.stream().limit(NAMED).map(id -> "`" + name(id) + "`").collect(Collectors.joining(", "));
        return List.of((more.size() == 1 ? "1 more model is" : more.size() + " more models are")
                + " in circles with these: " + names + (more.size() > NAMED ? ", …" : ""));
    }

    private String label(List<ResourceId> circle, int i) {
        String needed = circle.size() == 1 ? "itself" : "`" + name(next(circle, i)) + "`";
        return "`" + name(circle.get(i)) + "` needs " + needed;
    }

    private Span place(List<ResourceId> circle, int i) {
        Resource resource = manifest.get(circle.get(i));
        return resource.references().stream()
                .filter(reference ->
                        reference.target().filter(next(circle, i)::equals).isPresent())
                .map(Reference::place)
                .findFirst()
                .orElseGet(resource::place);
    }

    private static ResourceId next(List<ResourceId> circle, int i) {
        return circle.get((i + 1) % circle.size());
    }

    private String name(ResourceId id) {
        return manifest.get(id).name();
    }
}

package dev.assay.plan;

import dev.assay.manifest.DataTest;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds the subjects of each test. An ephemeral model has no relation: a test of it checks the relations that it reads, and
 * those that take its rows in.
 */
final class Subjects {

    private final Manifest manifest;
    private final Map<ResourceId, SortedSet<ResourceId>> readByEphemeral = new HashMap<>();
    private final Map<ResourceId, SortedSet<ResourceId>> inlining = new HashMap<>();

    Subjects(Manifest manifest) {
        this.manifest = manifest;
        if (manifest.all(Model.class).noneMatch(Model::isInlined)) {
            return;
        }
        manifest.relations()
                .forEach(node -> manifest.inlined(Set.of(node.id()))
                        .forEach(ephemeral -> inlining.computeIfAbsent(ephemeral, any -> new TreeSet<>())
                                .add(node.id())));
    }

    TestSubjects of(DataTest test) {
        var further = new TreeSet<ResourceId>();
        if (!inlining.isEmpty()) {
            test.needs().forEach(id -> further.addAll(inlining.getOrDefault(id, new TreeSet<>())));
        }
        return new TestSubjects(read(test), further);
    }

    private SortedSet<ResourceId> read(Resource resource) {
        var found = new TreeSet<ResourceId>();
        for (ResourceId id : resource.needs()) {
            Resource target = manifest.get(id);
            if (target.isInlined()) {
                SortedSet<ResourceId> known = readByEphemeral.get(id);
                if (known == null) {
                    known = read(target);
                    readByEphemeral.put(id, known);
                }
                found.addAll(known);
            } else {
                found.add(id);
            }
        }
        return found;
    }
}

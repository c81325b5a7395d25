package dev.assay.plan;

import dev.assay.manifest.DataTest;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Reference;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which relations a test speaks of. An ephemeral model is none: the test speaks of what that one reads. */
final class Subjects {

    private final Manifest manifest;
    private final Map<ResourceId, SortedSet<ResourceId>> ofEphemeral = new HashMap<>();

    Subjects(Manifest manifest) {
        this.manifest = manifest;
    }

    SortedSet<ResourceId> of(DataTest test) {
        return behind(test);
    }

    private SortedSet<ResourceId> behind(Resource resource) {
        var found = new TreeSet<ResourceId>();
        for (Reference reference : resource.references()) {
            Resource target = manifest.get(reference.target().orElseThrow());
            if (target instanceof Model model && model.isEphemeral()) {
                SortedSet<ResourceId> known = ofEphemeral.get(model.id());
                if (known == null) {
                    known = behind(model);
                    ofEphemeral.put(model.id(), known);
                }
                found.addAll(known);
            } else {
                found.add(target.id());
            }
        }
        return found;
    }
}

package dev.assay.run;

import dev.assay.manifest.Model;
import dev.assay.manifest.Resource;
import dev.assay.manifest.Seed;

/** The word in front of a node's line. */
public final class Verbs {

    private Verbs() {}

    public static String of(Resource resource) {
        return switch (resource) {
            case Model model -> model.materialized();
            case Seed seed -> "seed";
            default -> resource.id().type().word();
        };
    }
}

package dev.assay.select;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.ResourceId;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The chosen resources.
 *
 * @param ids chosen, tests that come with their nodes included
 * @param warnings one for each term that matched nothing
 */
public record Selection(SortedSet<ResourceId> ids, List<Diagnostic> warnings) {

    public Selection {
        ids = Collections.unmodifiableSortedSet(new TreeSet<>(ids));
        warnings = List.copyOf(warnings);
    }
}

package dev.assay.parse.templates;

import dev.assay.manifest.Reference;
import dev.assay.parse.settings.Layer;
import dev.assay.sql.Draft;
import java.util.List;
import java.util.Optional;

/**
 * What a template said while it was read.
 *
 * @param draft empty where it could not be rendered
 * @param references with their targets still open
 * @param config the settings it makes for itself
 */
public record ReadTemplate(Optional<Draft> draft, List<Reference> references, Layer config) {

    public ReadTemplate {
        references = List.copyOf(references);
    }
}

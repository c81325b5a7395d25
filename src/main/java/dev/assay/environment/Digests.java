package dev.assay.environment;

import java.util.Optional;

/**
 * Names, in the registry's table of texts, of what belongs to one version of a relation. Empty where no text is kept.
 *
 * @param text the node's SQL with the names of relations left open
 * @param definition all else that decides how it is published
 */
public record Digests(Optional<String> text, Optional<String> definition) {

    public static final Digests NONE = new Digests(Optional.empty(), Optional.empty());
}

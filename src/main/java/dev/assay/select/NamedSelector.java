package dev.assay.select;

import dev.assay.source.Span;

/**
 * A selection with a name, from {@code selectors.yml}.
 *
 * @param place where its name is written
 * @param standard whether it holds where the command line says nothing
 */
record NamedSelector(String name, Span place, String description, Expression definition, boolean standard) {}

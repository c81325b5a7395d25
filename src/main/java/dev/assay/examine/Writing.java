package dev.assay.examine;

import dev.assay.template.Scope;
import dev.assay.template.Templates;
import dev.assay.warehouse.Dialect;
import dev.assay.warehouse.Wording;

/**
 * What SQL is written with.
 *
 * @param scope the names that every template of the project sees
 */
public record Writing(Templates templates, Scope scope, Dialect dialect, Wording wording) {}

/**
 * Renders each template once and records what it asks for: references, settings, whether it may say something else at run
 * time. It does not look where references lead.
 */
package dev.assay.parse.templates;

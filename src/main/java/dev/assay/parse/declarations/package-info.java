/**
 * What the YAML files of a project say of its resources: each entry as a value with its place. It does not look whether the
 * resources exist.
 */
package dev.assay.parse.declarations;

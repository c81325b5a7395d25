/**
 * What each node of a run becomes: its statements, its fingerprint, what it reads.
 *
 * <p>Pure: runs nothing. Start at {@link dev.assay.blueprint.Blueprints}.
 */
package dev.assay.blueprint;

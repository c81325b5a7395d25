/**
 * Everything that a run is made from, handed in by the application.
 *
 * <p>Decides nothing and publishes nothing. Start at {@link dev.assay.setup.RunSetup}.
 */
package dev.assay.setup;

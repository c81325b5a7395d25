package dev.assay.run;

import dev.assay.publish.Fence;
import dev.assay.publish.Tenure;
import dev.assay.setup.RunSetup;

/**
 * A run after its entrance.
 *
 * @param setup knows what is left to be seen in the warehouse
 * @param tenure of the run, if it makes relations: others take no environment
 */
record StartedRun(RunSetup setup, Tenure tenure, Fence fence) {}

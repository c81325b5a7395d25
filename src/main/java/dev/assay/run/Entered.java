package dev.assay.run;

/**
 * A run after its entrance.
 *
 * @param setup knows what is left to be seen in the warehouse
 * @param tenure of the run, if it makes relations: others take no environment
 */
record Entered(RunSetup setup, Tenure tenure, Fence fence) {}

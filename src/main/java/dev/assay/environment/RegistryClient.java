package dev.assay.environment;

/**
 * For whom the registry is read and written. Rows of other environments are neither read nor changed.
 *
 * @param project the project's name; what another project has published is not ours to drop
 * @param assay the version of this program
 */
public record RegistryClient(String environment, String project, String assay) {}

package dev.assay.project;

import dev.assay.template.Scope;
import java.nio.file.Path;

/**
 * What stands around the resources: the project file, the target, the variables, and the names that every template sees.
 *
 * @param folder that holds assay_project.yml
 * @param targetFolder where what is made goes
 * @param reads what was asked of the environment and the variables, up to now and from now on
 */
public record Project(
        Path folder,
        Path targetFolder,
        ProjectFile file,
        Target target,
        Environment environment,
        Variables variables,
        Scope scope,
        Reads reads) {

    private static final String QUALITY_PREFIX = "OBSERVABILITY_SCHEMA_PREFIX";

    /** The schema of the run tables. */
    public String qualitySchema() {
        reads.environment(QUALITY_PREFIX);
        return EnvironmentNames.qualitySchema(
                target.schema(), file.quality().schema(), environment.get(QUALITY_PREFIX));
    }
}

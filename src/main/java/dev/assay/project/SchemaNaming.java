package dev.assay.project;

import java.util.Optional;

/** Which schema a resource goes to. A project may put its own macro in the place of the usual rule. */
@FunctionalInterface
public interface SchemaNaming {

    /** dbt's rule: a model's own schema stands behind the target's. */
    SchemaNaming USUAL = (target, custom) -> EnvironmentNames.schema(target.schema(), custom);

    /**
     * @param custom what {@code schema:} says for the resource, where it says something
     */
    String schema(Target target, Optional<String> custom);
}

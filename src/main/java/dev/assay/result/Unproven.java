package dev.assay.result;

import dev.assay.manifest.ResourceId;
import java.util.Optional;

/**
 * A relation that readers see and that is not proven: the run published it so, or it is a view that shows what the run
 * published.
 *
 * @param proof the word of the registry for it: unproven, partly proven, suspect
 * @param passed how many of the required tests passed
 * @param due how many tests are required
 * @param because what it shows that is not proven: for a view, the name of a relation below; empty where its own tests are the
 *     reason
 */
public record Unproven(ResourceId node, String name, String proof, long passed, long due, Optional<String> because) {}

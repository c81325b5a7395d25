package dev.assay.parse;

import dev.assay.project.ProjectFile;
import dev.assay.project.SourceTree;
import dev.assay.source.SourceFile;
import dev.assay.template.Scope;
import dev.assay.template.Templates;
import java.util.List;
import java.util.Optional;

/**
 * All that reading a project needs, as values.
 *
 * @param templates which know the macros of the project
 * @param base the names that every template of the project sees: var, env_var, target, dialect, log and the like
 * @param database of the target: what a source without one lies in
 * @param builtinTests the templates of the generic tests that come with assay
 */
public record ParseInput(
        ProjectFile project,
        SourceTree tree,
        Templates templates,
        Scope base,
        Naming naming,
        Optional<String> database,
        List<SourceFile> builtinTests) {

    public ParseInput {
        builtinTests = List.copyOf(builtinTests);
    }
}

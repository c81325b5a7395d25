package dev.assay.project;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.source.SourceFile;
import dev.assay.yaml.Yaml;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code assay_project.yml}, checked and with its variables resolved.
 *
 * @param paths where to look for each kind of file
 * @param configs the folder settings as written, by section: models, seeds, data_tests, sources, analyses, exposures;
 *     keys with a plus are settings, others are folders
 * @param vars project variables: any YAML value; scoped ones stand under the project's name
 * @param onRunStart hooks as written, each a template
 * @param publish passing, all, each or none
 * @param gate before, after, off or strict: what holds where no model or test says otherwise
 * @param targetPath where what is made goes, relative to the project folder or absolute; an option may say otherwise
 * @param flags defaults of options, by dbt's names
 * @param warnings of keys that have no effect
 */
public record ProjectFile(
        SourceFile file,
        String name,
        String version,
        Optional<String> profile,
        Map<SourceTree.Kind, List<SourcePath>> paths,
        Map<String, Yaml.Mapping> configs,
        Map<String, Object> vars,
        List<Yaml.Scalar> onRunStart,
        List<Yaml.Scalar> onRunEnd,
        Quality quality,
        String publish,
        List<String> cleanTargets,
        String gate,
        String targetPath,
        Map<String, Object> flags,
        List<Diagnostic> warnings) {

    /** Where run tables go, how many failing rows are shown, how long candidates are kept. */
    public record Quality(Optional<String> schema, int sampleLimit, int keepDays, int keepCandidatesHours) {}
}

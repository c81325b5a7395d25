package dev.assay.project;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.source.SourceFile;
import dev.assay.template.Scope;
import dev.assay.template.Templates;
import dev.assay.yaml.Fields;
import dev.assay.yaml.Yaml;
import dev.assay.yaml.YamlReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads assay_project.yml in two steps: what leads to the target, then all the rest, which may speak of the target. */
final class ProjectFileReader {

    /** What is known before the target is. */
    record Head(Fields fields, String name, Optional<Yaml.Scalar> profile, Map<String, Object> vars) {}

    private final Templates templates;
    private final Problems problems = new Problems();

    ProjectFileReader(Templates templates) {
        this.templates = templates;
    }

    /** Collects all that can be wrong without knowing the target, and ends there if anything is. */
    Head head(SourceFile file, Scope environment) {
        Fields fields = YamlReader.fields(file, file.path(), problems);
        problems.throwIfErrors();
        topKeys(fields);
        var templated = new Templated(templates, environment, problems);
        Optional<String> name = fields.required("name");
        name.filter(text -> !text.matches("[A-Za-z_][A-Za-z0-9_]*"))
                .ifPresent(text ->
                        problems.add(fields.wrong("name", fields.value("name").orElseThrow(), "a word")
                                .label("letters, digits and underscores, no digit first")));
        fields.number("config-version")
                .filter(version -> version != 2)
                .ifPresent(version -> problems.add(fields.wrong(
                        "config-version", fields.value("config-version").orElseThrow(), "2")));
        Optional<Yaml.Scalar> profile = fields.scalar("profile").map(templated::scalar);
        Map<String, Object> vars = fields.submapping("vars")
                .map(mapping -> templated.mapping(mapping, key -> false).plain())
                .orElse(Map.of());
        ProjectConfigs.check(fields, problems);
        problems.throwIfErrors();
        return new Head(fields, name.orElseThrow(), profile, vars);
    }

    /** Where artifacts go, of a file that nothing else is read of. */
    String targetPath(SourceFile file, Path folder, Scope scope) {
        Fields fields = YamlReader.fields(file, file.path(), problems);
        String path = new ProjectPaths(folder, new Templated(templates, scope, problems)).targetPath(fields);
        problems.throwIfErrors();
        return path;
    }

    ProjectFile whole(Head head, Path folder, Scope scope) {
        Fields fields = head.fields();
        var templated = new Templated(templates, scope, problems);
        var paths = new ProjectPaths(folder, templated);
        var settings = new ProjectSettings(templated);
        String targetPath = paths.targetPath(fields);
        Map<String, Object> flags = settings.flags(fields);
        var ignored = new IgnoredKeys(fields);
        var file = new ProjectFile(
                fields.mapping().span().file(),
                head.name(),
                fields.text("version").orElse(""),
                head.profile().map(Yaml.Scalar::written),
                paths.folders(fields),
                ProjectConfigs.rendered(fields, templated),
                head.vars(),
                fields.scalars("on-run-start"),
                fields.scalars("on-run-end"),
                settings.quality(fields),
                settings.word(fields, "publish", ProjectKeys.PUBLISH, "passing"),
                paths.cleanTargets(fields, targetPath),
                settings.word(fields, "gate", ProjectKeys.GATE, "before"),
                targetPath,
                flags,
                ignored.warnings(flags));
        settings.text(fields, "timezone").ifPresent(ignored::checkTimezone);
        settings.checkTheRest(fields);
        problems.throwIfErrors();
        return file;
    }

    private void topKeys(Fields fields) {
        for (Yaml.Entry entry : fields.mapping().entries()) {
            if (!ProjectKeys.TOP.knows(entry.key())) {
                Diagnostic unknown = ProjectKeys.TOP.unknown(entry, fields.what());
                String former = ProjectKeys.FORMER.get(entry.key());
                problems.add(former == null ? unknown : unknown.label("").help(former));
            }
        }
        if (fields.has("data_tests") && fields.has(ProjectKeys.OLD_TESTS)) {
            problems.add(Diagnostic.error(
                            Code.WRONG_VALUE,
                            fields.place(ProjectKeys.OLD_TESTS),
                            "`tests` and `data_tests` mean the same, so one of them has to go")
                    .other(fields.place("data_tests"), "the other"));
        }
    }
}

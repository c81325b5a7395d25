package dev.assay.parse;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.manifest.Doc;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.parse.declarations.Declarations;
import dev.assay.parse.declarations.Declared;
import dev.assay.parse.declarations.Descriptions;
import dev.assay.parse.declarations.Docs;
import dev.assay.parse.declarations.HookReader;
import dev.assay.parse.declarations.ResourceFile;
import dev.assay.parse.declarations.YamlContext;
import dev.assay.parse.declarations.YamlTexts;
import dev.assay.parse.settings.IgnoredSettings;
import dev.assay.parse.settings.Paths;
import dev.assay.parse.settings.ProjectRules;
import dev.assay.parse.templates.RuntimeDependence;
import dev.assay.parse.templates.TemplateReader;
import dev.assay.project.SourceTree;
import dev.assay.project.Templated;
import dev.assay.quality.TestKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** From the files of a project to its manifest. */
public final class Parser {

    private Parser() {}

    /**
     * Reads everything, then tells of everything that is wrong.
     *
     * @throws dev.assay.diagnostic.ProblemsFound with all problems of the project, when one of them is an error
     */
    public static Parsed parse(ParseInput input) {
        var problems = new Problems();
        var texts = new YamlTexts(new Templated(input.templates(), input.base(), problems));
        Map<String, Doc> docs = Docs.read(input.tree(), input.project().name(), problems);
        Declarations declared = declarations(input, texts, new Descriptions(docs, texts));
        var restless = RuntimeDependence.of(input.tree().of(SourceTree.Kind.MACRO, SourceTree.Form.SQL));
        var reading = new Reading(
                input,
                new ProjectRules(input.project(), problems),
                declared,
                new TemplateReader(input.templates(), input.base(), restless),
                problems);
        Map<String, TestKind> kinds = TestKinds.read(input.builtinTests(), input.tree(), problems);
        Assembly assembly = Assembly.of(reading, kinds, texts, docs);
        reading.rules().tellUnused(problems);
        IgnoredSettings.tell(assembly.enabled(), problems);
        return finished(input, assembly, kinds, problems);
    }

    private static Declarations declarations(ParseInput input, YamlTexts texts, Descriptions descriptions) {
        Stream<Declared> written = input.tree().entries().stream()
                .filter(entry -> entry.form() == SourceTree.Form.YAML)
                .flatMap(
                        entry -> ResourceFile.read(
                                new YamlContext(entry, texts, descriptions, texts.problems()), input.database())
                                .stream());
        Stream<Declared> snapshots =
                leftOut("snapshot", input.tree().of(SourceTree.Kind.SNAPSHOT, SourceTree.Form.SQL), texts);
        Stream<Declared> python =
                leftOut("Python model", input.tree().of(SourceTree.Kind.MODEL, SourceTree.Form.PYTHON), texts);
        List<Declared> all =
                Stream.of(written, snapshots, python).flatMap(each -> each).toList();
        return new Declarations(all, texts.problems());
    }

    private static Stream<Declared> leftOut(String kind, List<SourceTree.Entry> files, YamlTexts texts) {
        return files.stream()
                .map(entry -> Declared.KeptOut.told(
                        kind, Paths.stem(entry.path()), entry.file().top(), texts.problems()));
    }

    /** A file that is no YAML may hold the sources that are missed elsewhere. */
    private static List<Diagnostic> withoutFollowing(List<Diagnostic> problems) {
        boolean unread = problems.stream().anyMatch(problem -> problem.code() == Code.YAML_SYNTAX);
        return problems.stream()
                .filter(problem -> !unread || problem.code() != Code.UNKNOWN_SOURCE)
                .toList();
    }

    private static Parsed finished(
            ParseInput input, Assembly assembly, Map<String, TestKind> kinds, Problems problems) {
        var inOrder = new Problems();
        inOrder.addAll(Mistakes.of(withoutFollowing(problems.all())));
        inOrder.throwIfErrors();
        var byId = new TreeMap<ResourceId, Resource>();
        assembly.enabled().forEach(resource -> byId.put(resource.id(), resource));
        var manifest = new Manifest(input.project().name(), byId, HookReader.of(input.project()), assembly.disabled());
        return new Parsed(manifest, kinds, inOrder.all());
    }
}
